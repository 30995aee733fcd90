import { expect, it } from "vitest";
import type { Vault } from "../../src/vault";

/** A vault with given files, and a look at what it stores that does not go through the port. */
export interface VaultUnderTest {
  readonly vault: Vault;
  readonly stored: (path: string) => Promise<string | null>;
}

type Files = Readonly<Record<string, string | Uint8Array>>;

/** What every implementation of the port promises. Call it within a `describe`; `open` makes a fresh vault. */
export function itKeepsTheVaultContract(open: (files: Files) => Promise<VaultUnderTest>): void {
  it("lists every file, attachments and nested ones too", async () => {
    const { vault } = await open({ "A.md": "a", "Deep/Er/B.md": "b", "pic.png": new Uint8Array([137, 80, 78, 71, 0]) });
    expect([...(await vault.list())].sort()).toEqual(["A.md", "Deep/Er/B.md", "pic.png"]);
  });

  it("reads text as it is: line ends, byte order mark, characters of every plane", async () => {
    const text = "\ufeffa\r\nb\n\u{1F525} ä";
    const { vault } = await open({ "Ordner/Ä b.md": text });
    expect(await vault.read("Ordner/Ä b.md")).toEqual({ ok: true, text });
  });

  it("says that a file is missing or no text", async () => {
    const { vault } = await open({ "pic.png": new Uint8Array([137, 80, 0, 255, 254]) });
    expect(await vault.read("A.md")).toMatchObject({ ok: false, reason: "missing" });
    expect(await vault.read("pic.png")).toMatchObject({ ok: false, reason: "binary" });
  });

  it("reads the bytes of any file as they are", async () => {
    const bytes = new Uint8Array([137, 80, 0, 255, 254]);
    const { vault } = await open({ "Deep/pic.png": bytes });
    const picture = await vault.readBytes("Deep/pic.png");
    expect(picture.ok && [...picture.bytes]).toEqual([...bytes]);
    expect(await vault.readBytes("gone.png")).toMatchObject({ ok: false, reason: "missing" });
  });

  it("creates files of bytes, and never overwrites one", async () => {
    const { vault } = await open({ "pic.png": new Uint8Array([1, 2, 3]) });
    expect(await vault.create("New/pic.png", new Uint8Array([0, 255, 128]))).toEqual({ ok: true });
    expect(await vault.create("pic.png", new Uint8Array([4]))).toMatchObject({ ok: false, reason: "exists" });
    const created = await vault.readBytes("New/pic.png");
    expect(created.ok && [...created.bytes]).toEqual([0, 255, 128]);
    const kept = await vault.readBytes("pic.png");
    expect(kept.ok && [...kept.bytes]).toEqual([1, 2, 3]);
  });

  it("applies edits to the text they were made for", async () => {
    const { vault, stored } = await open({ "A.md": "one two\r\n" });
    const edits = [
      { path: "A.md", span: { start: 4, end: 7 }, text: "2" },
      { path: "A.md", span: { start: 0, end: 0 }, text: "zero " },
    ];
    expect(await vault.change("A.md", "one two\r\n", edits)).toEqual({ ok: true });
    expect(await stored("A.md")).toBe("zero one 2\r\n");
  });

  it("writes nothing when the text is not the checked one, when edits overlap, or when the file is gone", async () => {
    const { vault, stored } = await open({ "A.md": "new" });
    const edit = { path: "A.md", span: { start: 0, end: 2 }, text: "x" };
    expect(await vault.change("A.md", "old", [edit])).toMatchObject({ ok: false, reason: "changed" });
    expect(await vault.change("A.md", "new", [edit, edit])).toMatchObject({ ok: false, reason: "unwritable" });
    expect(await vault.change("B.md", "new", [edit])).toMatchObject({ ok: false, reason: "missing" });
    expect(await stored("A.md")).toBe("new");
    expect(await stored("B.md")).toBeNull();
  });

  it("creates a file with its folders and never overwrites", async () => {
    const { vault, stored } = await open({ "A.md": "a" });
    expect(await vault.create("New/Folder/B.md", "b")).toEqual({ ok: true });
    expect(await stored("New/Folder/B.md")).toBe("b");
    expect(await vault.create("A.md", "other")).toMatchObject({ ok: false, reason: "exists" });
    expect(await stored("A.md")).toBe("a");
  });

  it.each(["../out.md", "a/../../out.md", "/out.md"])("never leaves the vault: %s", async (path) => {
    const { vault } = await open({ "A.md": "a" });
    expect(await vault.create(path, "x")).toMatchObject({ ok: false, reason: "outside" });
    expect(await vault.change(path, "a", [])).toMatchObject({ ok: false, reason: "outside" });
    expect(await vault.read(path)).toMatchObject({ ok: false });
    expect(await vault.readBytes(path)).toMatchObject({ ok: false });
  });
}
