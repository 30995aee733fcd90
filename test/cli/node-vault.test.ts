import { chmod, mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createNodeVault } from "../../src/cli/files/node-vault.mts";
import { itKeepsTheVaultContract, type VaultUnderTest } from "../vault/vault-contract";

const folders: string[] = [];
afterAll(async () => {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
});

async function makeFolder(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "postmortem-vault-")));
  folders.push(root);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  return root;
}

async function open(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<VaultUnderTest & { root: string; reported: string[] }> {
  const root = await makeFolder(files);
  const reported: string[] = [];
  return {
    root,
    reported,
    vault: createNodeVault(root, (message) => reported.push(message)),
    stored: (path) => readFile(join(root, path), "utf8").catch(() => null),
  };
}

describe("a vault in a folder", () => {
  itKeepsTheVaultContract(open);

  it("leaves out hidden files and folders, and node_modules", async () => {
    const { vault } = await open({
      "A.md": "",
      ".obsidian/app.json": "{}",
      ".trash/B.md": "",
      "x/.git/C.md": "",
      "x/node_modules/D.md": "",
      ".hidden.md": "",
    });
    expect(await vault.list()).toEqual(["A.md"]);
  });

  it("follows links to files within the vault only", async () => {
    const outside = await makeFolder({ "Secret.md": "secret", "Folder/Deep.md": "deep" });
    const { vault, root } = await open({ "Real.md": "real", "Folder/B.md": "b" });
    await symlink(join(outside, "Secret.md"), join(root, "Leak.md"));
    await symlink(join(outside, "Folder"), join(root, "Elsewhere"));
    await symlink(join(root, "Real.md"), join(root, "Alias.md"));
    await symlink(root, join(root, "Folder/loop"));
    await symlink(join(root, "gone.md"), join(root, "Dangling.md"));
    expect([...(await vault.list())].sort()).toEqual(["Alias.md", "Folder/B.md", "Real.md"]);
    expect(await vault.read("Leak.md")).toMatchObject({ ok: false });
    expect(await vault.read("Elsewhere/Deep.md")).toMatchObject({ ok: false });
    expect(await vault.create("Elsewhere/New.md", "x")).toMatchObject({ ok: false, reason: "outside" });
    expect(
      await vault.change("Leak.md", "secret", [{ path: "Leak.md", span: { start: 0, end: 6 }, text: "" }]),
    ).toMatchObject({ ok: false, reason: "outside" });
    expect(await readFile(join(outside, "Secret.md"), "utf8")).toBe("secret");
    expect(await readdir(join(outside, "Folder"))).toEqual(["Deep.md"]);
  });

  it("replaces a file as a whole, keeps its mode, follows a link to it, and leaves nothing else behind", async () => {
    const { vault, root, stored } = await open({ "A.md": "one" });
    await chmod(join(root, "A.md"), 0o640);
    await symlink(join(root, "A.md"), join(root, "Alias.md"));
    expect(
      await vault.change("Alias.md", "one", [{ path: "Alias.md", span: { start: 3, end: 3 }, text: " two" }]),
    ).toEqual({ ok: true });
    expect(await stored("A.md")).toBe("one two");
    expect((await stat(join(root, "A.md"))).mode & 0o777).toBe(0o640);
    expect((await readdir(root)).sort()).toEqual(["A.md", "Alias.md"]);
  });

  it("takes text that is not UTF-8 for binary, so that no byte is lost", async () => {
    const latin1 = new Uint8Array([0x63, 0x61, 0x66, 0xe9]);
    const { vault, root } = await open({ "A.md": latin1 });
    expect(await vault.read("A.md")).toEqual({ ok: false, reason: "binary", message: "`A.md` is not UTF-8 text" });
    expect(await vault.change("A.md", "caf\ufffd", [])).toMatchObject({ ok: false });
    expect(new Uint8Array(await readFile(join(root, "A.md")))).toEqual(latin1);
  });

  it("says that a file stands where a folder has to be", async () => {
    const { vault } = await open({ "A.md": "a" });
    expect(await vault.create("A.md/B.md", "b")).toMatchObject({ ok: false, reason: "unwritable" });
  });
});
