// A folder of notes behind the playground: read as a whole, changed one file at a time.
import { readdirSync, readFileSync, realpathSync } from "node:fs";
import { lstat, mkdir, readFile, realpath, rename, writeFile } from "node:fs/promises";
import path from "node:path";

/** What the page may read and write as text; anything else is listed, but stays as it is. */
const textFile = /\.(?:md|txt|csv|json|base|canvas|ya?ml|html?|css|js|svg|mmd)$/i;

/** Says why a change was not made, in words for the person at the page. */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** A vault on disk. Hidden folders, links and whatever lies outside do not exist for it. */
export class VaultFolder {
  /** The text that the page has of each file: what changed on disk since is not overwritten. */
  #known = new Map();

  constructor(folder) {
    this.root = realpathSync(folder);
  }

  /** Every file with its text, by path. */
  read() {
    this.#known.clear();
    const walk = (relative) => {
      for (const entry of readdirSync(path.join(this.root, relative), { withFileTypes: true })) {
        if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
        const name = relative === "" ? entry.name : `${relative}/${entry.name}`;
        if (entry.isDirectory()) walk(name);
        else if (entry.isFile())
          this.#known.set(name, textFile.test(name) ? readFileSync(path.join(this.root, name), "utf8") : "");
      }
    };
    walk("");
    return Object.fromEntries(this.#known);
  }

  async write(name, text) {
    const target = await this.#inside(name);
    await this.#expectKnown(name, target);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
    this.#known.set(name, text);
  }

  async move(from, to) {
    const source = await this.#inside(from);
    const target = await this.#inside(to);
    await this.#expectKnown(from, source);
    if (await exists(target)) throw new Refused(409, `${to} exists already`);
    await mkdir(path.dirname(target), { recursive: true });
    await rename(source, target);
    this.#known.set(to, this.#known.get(from) ?? "");
    this.#known.delete(from);
  }

  /** Moves a file to `.trash`, as the app does; nothing is ever deleted. */
  async trash(name) {
    const source = await this.#inside(name);
    await this.#expectKnown(name, source);
    const { dir, ext, name: stem } = path.parse(name);
    const folder = path.join(this.root, ".trash", dir);
    await mkdir(folder, { recursive: true });
    let target = path.join(folder, stem + ext);
    for (let number = 2; await exists(target); number++) target = path.join(folder, `${stem} ${number}${ext}`);
    await rename(source, target);
    this.#known.delete(name);
  }

  /**
   * The absolute path of a text file in the vault, which need not exist; refused when anything on the way leads
   * elsewhere.
   */
  async #inside(name) {
    const steps = name.split("/");
    if (name.includes("\0") || name.includes("\\") || steps.some((step) => step === "" || step.startsWith(".")))
      throw new Refused(403, `${name} does not lie among the notes of this vault`);
    const target = path.join(this.root, ...steps);
    let folder = path.dirname(target);
    while (!(await exists(folder))) folder = path.dirname(folder);
    const real = await realpath(folder);
    const isLink = (await lstat(target).catch(() => null))?.isSymbolicLink() === true;
    if (isLink || (real !== this.root && !real.startsWith(this.root + path.sep)))
      throw new Refused(403, `${name} leads out of this vault`);
    return target;
  }

  async #expectKnown(name, target) {
    if (!textFile.test(name)) throw new Refused(403, `${name} is no text file`);
    const now = await readFile(target, "utf8").catch(() => undefined);
    if (now !== this.#known.get(name)) throw new Refused(409, `${name} was changed on disk meanwhile: reload the page`);
  }
}

async function exists(target) {
  return (await lstat(target).catch(() => null)) !== null;
}
