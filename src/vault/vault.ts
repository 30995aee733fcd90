import type { Edit } from "../base";

/**
 * The only way out of the shared code: a vault of notes, wherever it is kept.
 *
 * Paths are relative to the vault's root, use `/`, and never leave it. Implemented by the Obsidian
 * host, by the command line on the file system, and by a Map in tests.
 */
export interface Vault {
  /** The path of every file, attachments too, in no particular order. */
  list(): Promise<readonly string[]>;
  /** The text of a file. */
  read(path: string): Promise<ReadResult>;
  /** What a file of any kind holds. */
  readBytes(path: string): Promise<BytesResult>;
  /** Applies the edits only if the file's text still is `checked`; else nothing is written. */
  change(path: string, checked: string, edits: readonly Edit[]): Promise<WriteResult>;
  /** Writes a new file, with its folders; never overwrites. */
  create(path: string, content: string | Uint8Array): Promise<WriteResult>;
}

export type ReadResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: "missing" | "unreadable" | "binary"; readonly message: string };

export type BytesResult =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: "missing" | "unreadable"; readonly message: string };

export type WriteResult =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reason: "exists" | "changed" | "missing" | "outside" | "unwritable";
      readonly message: string;
    };
