// Serves the browser host: the built plugin in a page that stands in for the app.
// `startServer` for tests, `serve` for people; `node test/host/server.mjs [--vault DIR] [--port N]` does the latter
// alone, and with `--static DIR` writes the page to a folder that any web server can show.
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import { setInterval } from "node:timers";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import esbuild from "esbuild";
import { Refused, VaultFolder } from "./vault-folder.mjs";

const hostFolder = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(hostFolder, "../..");
const require = createRequire(import.meta.url);

/** Where people find the playground, unless something else is there. */
const usualPort = 8240;

/** The most that one note may hold, in bytes. */
const largestBody = 50_000_000;

let bundled = null;

/** The host's script; the same for every server of this process. */
function hostScript() {
  return (bundled ??= bundleHost());
}

async function bundleHost() {
  const result = await esbuild.build({
    entryPoints: [path.join(hostFolder, "app/boot.ts")],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "postmortemHost",
    target: "es2022",
    platform: "browser",
    mainFields: ["browser", "module", "main"],
    conditions: ["worker", "browser"],
    alias: { obsidian: "obsidian-test-mocks/obsidian" },
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
  return result.outputFiles[0].text;
}

/** The path in the vault that a request names. */
function noteName(pathname) {
  try {
    return decodeURIComponent(pathname.slice("/vault/".length));
  } catch {
    throw new Refused(400, "the address is not well formed");
  }
}

async function readBody(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > largestBody) throw new Refused(413, "this is too much for one note");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Listens on a port, or, where that is taken and `next` allows it, on the first free one behind it. */
async function listen(server, port, next) {
  for (let at = port; ; at++) {
    try {
      await new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(at, "127.0.0.1", () => {
          server.off("error", reject);
          resolve();
        });
      });
      return server.address().port;
    } catch (error) {
      if (!next || error.code !== "EADDRINUSE" || at >= port + 100) throw error;
    }
  }
}

/** The files that the page is made of, each by its name with its type and what makes it. */
async function pageFiles({ notes, onDisk, plugins, built }) {
  const host = await hostScript();
  const icons = JSON.parse(readFileSync(require.resolve("lucide-static/icon-nodes.json"), "utf8"));
  const read = (name, folder = root) => readFileSync(path.join(folder, name), "utf8");
  const all = () => [
    { manifest: JSON.parse(read("manifest.json")), code: read("main.js", built), css: read("styles.css") },
    ...plugins,
  ];
  const wrapped = (code) => `function (require, module, exports) {\n${code}\n}`;
  return {
    "index.html": () => ["text/html", read("index.html", hostFolder)],
    "theme.css": () => ["text/css", read("theme.css", hostFolder)],
    "host.js": () => ["text/javascript", host],
    "plugins.js": () => [
      "text/javascript",
      `window.pluginCodes = [${all()
        .map(({ code }) => wrapped(code))
        .join(",\n")}];`,
    ],
    "run.js": () => ["text/javascript", "postmortemHost.boot(window.start, window.pluginCodes);"],
    "start.js": () => {
      const start = {
        files: notes(),
        plugins: all().map(({ manifest, css }) => ({ manifest, css })),
        icons,
        onDisk,
      };
      return ["text/javascript", `window.start = ${JSON.stringify(start)};`];
    },
  };
}

const exampleVault = path.join(root, "examples/vault");

/** What a page says that nobody started who could be told otherwise. */
const notice = `<p class="stand-in" role="note">This page stands in for Obsidian, and does not look like it in every
      detail. The notes are an example. What you change stays in this page until you close it; nothing is sent.</p>`;

/** Writes the page, with the example vault in it, to a folder; any web server can show it, at any address. */
export async function writePage(folder, { built = root } = {}) {
  const files = await pageFiles({
    notes: () => new VaultFolder(exampleVault).read(),
    onDisk: false,
    plugins: [],
    built,
  });
  mkdirSync(folder, { recursive: true });
  for (const [name, make] of Object.entries(files)) {
    const [, text] = make();
    writeFileSync(
      path.join(folder, name),
      name === "index.html" ? text.replace("<script", `${notice}\n    <script`) : text,
    );
  }
}

/**
 * Starts the server, reachable from this machine alone.
 * With `vault`, changes go back to that folder; with `files`, they stay in the page. `built` is where
 * `main.js` lies; `plugins` are loaded beside ours.
 */
export async function startServer({ vault, files, plugins = [], built = root, port = 0 } = {}) {
  const shown = new VaultFolder(vault ?? exampleVault);
  const page = await pageFiles({ notes: () => files ?? shown.read(), onDisk: vault !== undefined, plugins, built });

  /** Changes the vault on disk; false when the request asks for nothing of the kind. */
  const change = async (request, pathname) => {
    if (vault === undefined || !pathname.startsWith("/vault/")) return false;
    const name = noteName(pathname);
    if (request.method === "PUT") await shown.write(name, await readBody(request));
    else if (request.method === "DELETE") await shown.trash(name);
    else if (request.method === "MOVE")
      await shown.move(name, noteName(`/vault/${request.headers["destination"] ?? ""}`));
    else return false;
    return true;
  };

  const server = createServer(async (request, response) => {
    const answer = (status, type = "text/plain", body = "") => {
      response.writeHead(status, {
        "Content-Type": `${type}; charset=utf-8`,
        "Content-Security-Policy": "default-src 'self' 'unsafe-inline' data:; frame-ancestors 'none'",
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
      });
      response.end(body);
    };
    try {
      const { port: ours } = server.address();
      // A name that somebody else's DNS points to this machine is not ours, and another site's page has another origin.
      const named = [`localhost:${ours}`, `127.0.0.1:${ours}`];
      if (!named.includes(request.headers.host ?? "")) throw new Refused(403, "only this machine may ask");
      const { pathname } = new URL(request.url ?? "/", "http://localhost");
      const name = pathname === "/" ? "index.html" : pathname.slice(1);
      if (Object.hasOwn(page, name) && request.method === "GET") {
        answer(200, ...page[name]());
        return;
      }
      if (request.method !== "GET" && request.headers.origin !== `http://${request.headers.host}`)
        throw new Refused(403, "only the playground's own page may write");
      answer((await change(request, pathname)) ? 204 : 404);
    } catch (error) {
      answer(error instanceof Refused ? error.status : 500, "text/plain", error.message);
    }
  });
  const ours = await listen(server, port, port !== 0);
  return {
    url: `http://127.0.0.1:${ours}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

/** Serves the playground until it is interrupted, and says where it is. Returns once it can be opened. */
export async function serve({ vault, port = usualPort } = {}) {
  if (vault !== undefined && statSync(vault, { throwIfNoEntry: false })?.isDirectory() !== true) {
    process.stderr.write(`There is no folder at ${vault}.\n`);
    process.exitCode = 2;
    return;
  }
  const server = await startServer({ vault, port });
  const where =
    vault === undefined
      ? "The notes are a copy of examples/vault: nothing is written to disk."
      : `Changes are written to ${vault}.`;
  process.stdout.write(`Postmortem can be tried at ${server.url}\n${where}\nCtrl+C stops it.\n`);
  // A terminal sends the signal, and npm sends it once more: the second one must not end what the first one began.
  const stop = () => void server.close().then(() => process.exit(0));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
  // A signal to npm itself reaches the shell that it started, which ends without passing it on.
  const parent = process.ppid;
  if (process.env["npm_lifecycle_event"] !== undefined)
    setInterval(() => {
      if (process.ppid !== parent) stop();
    }, 500).unref();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { vault: { type: "string" }, port: { type: "string" }, static: { type: "string" } },
  });
  if (values.static === undefined)
    await serve({ vault: values.vault, ...(values.port !== undefined && { port: Number(values.port) }) });
  else {
    await writePage(values.static);
    process.stdout.write(`The playground stands in ${values.static}: a page that any web server can show.\n`);
  }
}
