import { applyEdits } from "../../src/base";
import type { Vault } from "../../src/vault";

/** A vault that lives in a Map. Bytes stand for a file that is no text. */
export interface MemoryVault extends Vault {
  /** What is stored now, for a look behind the port. */
  readonly files: Map<string, string | Uint8Array>;
}

/** A vault with the given files, path → content. */
export function createMemoryVault(content: Readonly<Record<string, string | Uint8Array>> = {}): MemoryVault {
  const files = new Map(Object.entries(content));
  return {
    files,
    list: () => Promise.resolve([...files.keys()]),
    read(path) {
      const text = files.get(path);
      if (text === undefined)
        return Promise.resolve({ ok: false, reason: "missing", message: `${path} does not exist` });
      if (typeof text !== "string")
        return Promise.resolve({ ok: false, reason: "binary", message: `${path} is not text` });
      return Promise.resolve({ ok: true, text });
    },
    readBytes(path) {
      const content = files.get(path);
      if (content === undefined)
        return Promise.resolve({ ok: false, reason: "missing", message: `${path} does not exist` });
      return Promise.resolve({
        ok: true,
        bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
      });
    },
    change(path, checked, edits) {
      const text = files.get(path);
      if (leavesVault(path))
        return Promise.resolve({ ok: false, reason: "outside", message: `${path} lies outside the vault` });
      if (text === undefined)
        return Promise.resolve({ ok: false, reason: "missing", message: `${path} does not exist` });
      if (text !== checked)
        return Promise.resolve({ ok: false, reason: "changed", message: `${path} was changed in the meantime` });
      const edited = applyEdits(text, edits);
      if (edited === null)
        return Promise.resolve({ ok: false, reason: "unwritable", message: `the edits of ${path} overlap` });
      files.set(path, edited);
      return Promise.resolve({ ok: true });
    },
    create(path, content) {
      if (leavesVault(path))
        return Promise.resolve({ ok: false, reason: "outside", message: `${path} lies outside the vault` });
      if (files.has(path)) return Promise.resolve({ ok: false, reason: "exists", message: `${path} exists already` });
      files.set(path, content);
      return Promise.resolve({ ok: true });
    },
  };
}

function leavesVault(path: string): boolean {
  return path.startsWith("/") || path.split("/").includes("..");
}
