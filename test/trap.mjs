/**
 * Runs a program again and again in this process and tells what each run reached: the files that it read or wrote, the
 * programs that it started, and what is different in the folder that it works in. A run that speaks to another machine
 * ends everything.
 */
import childProcess from "node:child_process";
import dgram from "node:dgram";
import dns from "node:dns";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import { join, relative, resolve, sep } from "node:path";
import process from "node:process";
import { clearInterval, setInterval } from "node:timers";
import { fileURLToPath } from "node:url";

const folder = process.cwd();
const shown = (path) => relative(folder, path).split(sep).join("/");

/** What stands in the folder: files with their content and permissions, links and folders with their permissions. */
const contentOf = () => {
  const content = new Map();
  const collect = (place) => {
    for (const entry of fs.readdirSync(place, { withFileTypes: true })) {
      const path = join(place, entry.name);
      const { mode } = fs.lstatSync(path);
      content.set(shown(path), `${mode} ${entry.isFile() ? fs.readFileSync(path, "latin1") : ""}`);
      if (entry.isDirectory()) collect(path);
    }
  };
  collect(folder);
  return content;
};

const { readFileSync, writeFileSync } = fs;

/**
 * Stops a run that watches the folder: first a note is changed, and once the run has looked again it is asked to end,
 * and the note is as it was.
 */
const stopWatching = (looks) => {
  const note = "Incident Timeline.md";
  const text = readFileSync(note, "utf8");
  let isChanged = false;
  const turn = setInterval(() => {
    if (looks() === 1 && !isChanged) writeFileSync(note, `${text}\n`);
    isChanged ||= looks() === 1;
    if (looks() < 2) return;
    clearInterval(turn);
    writeFileSync(note, text);
    process.emit("SIGTERM");
  }, 20);
};

let reached = new Set();
const note = (kind, what) => {
  if (typeof what === "string" || Buffer.isBuffer(what) || what instanceof URL)
    reached.add(`${kind} ${shown(resolve(what instanceof URL ? fileURLToPath(what) : String(what)))}`);
};

/** Puts a look at the arguments before each function of an object whose name fits. */
const watch = (object, names, look) => {
  for (const name of Object.keys(object)) {
    const original = object[name];
    if (typeof original !== "function" || !names.test(name)) continue;
    object[name] = function (...args) {
      look(...args);
      return Reflect.apply(original, this, args);
    };
  }
};

const { O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_APPEND } = fs.constants;
const writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;
const isWriting = (flags) => (typeof flags === "string" ? /[wa+]/.test(flags) : ((flags ?? 0) & writing) !== 0);
for (const object of [fs, fs.promises]) {
  watch(object, /^open(?:Sync)?$/, (file, flags) => note(isWriting(flags) ? "writes" : "reads", file));
  watch(object, /^(?:readFile|readdir|readlink|createReadStream|opendir|watch|watchFile)(?:Sync)?$/, (file) =>
    note("reads", file),
  );
  watch(
    object,
    /^(?:writeFile|appendFile|createWriteStream|mkdir|mkdtemp|rm|rmdir|unlink|l?chmod|l?chown|l?utimes|truncate)(?:Sync)?$/,
    (file) => note("writes", file),
  );
  watch(object, /^(?:rename|link|symlink|copyFile|cp)(?:Sync)?$/, (from, to) => {
    note("writes", from);
    note("writes", to);
  });
}
watch(childProcess, /^(?:spawn|exec|execFile|fork)(?:Sync)?$/, (started) => reached.add(`starts ${started}`));

const refuse = (what) => () => {
  process.stderr.write(`speaks to another machine: ${what}\n`);
  process.exit(99);
};
net.Socket.prototype.connect = refuse("connect");
dgram.createSocket = refuse("datagram");
dns.lookup = refuse("lookup");
syncBuiltinESMExports();

/**
 * @param runs for each run its arguments, and a function that loads the program anew
 * @returns {Promise<void>} once what each run reached stands on standard output, as JSON
 */
export async function tellReach(program, runs) {
  const answer = process.stdout.write.bind(process.stdout);
  process.chdir("vault");
  const results = [];
  for (const [args, load] of runs) {
    const before = contentOf();
    reached = new Set();
    let words = "";
    process.stdout.write = () => true;
    process.stderr.write = (text) => {
      words += text;
      return true;
    };
    process.argv = [process.execPath, program, ...args];
    process.exitCode = undefined;
    if (args.includes("--watch")) stopWatching(() => words.split("Watching for changes").length - 1);
    await load();
    const seen = [...reached].filter((each) => each !== `reads ${shown(program)}`);
    const after = contentOf();
    results.push({
      code: process.exitCode,
      words,
      reached: seen,
      changed: [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path)),
    });
  }
  process.exitCode = 0;
  answer(JSON.stringify(results));
}
