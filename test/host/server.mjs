// Serves the browser host: the built plugin in a page that stands in for the app.
// `startServer` for tests; `node test/host/server.mjs [--vault DIR] [--port N]` for people.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import esbuild from "esbuild";

const hostFolder = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(hostFolder, "../..");
const require = createRequire(import.meta.url);

/** Text of every note below a folder, by path; hidden folders are left out. */
function readVault(folder) {
  const files = {};
  const walk = (relative) => {
    for (const entry of readdirSync(path.join(folder, relative), { withFileTypes: true })) {
      if (entry.name.startsWith(".")) continue;
      const name = relative === "" ? entry.name : `${relative}/${entry.name}`;
      if (entry.isDirectory()) walk(name);
      else if (entry.isFile()) files[name] = readFileSync(path.join(folder, name), "utf8");
    }
  };
  walk("");
  return files;
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

/** The path of a request's file inside the vault folder; null when it would leave it. */
function insideVault(folder, url) {
  const relative = decodeURIComponent(url.slice("/vault/".length));
  const target = path.resolve(folder, relative);
  return target.startsWith(path.resolve(folder) + path.sep) ? target : null;
}

async function readBody(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/**
 * Starts the server on a free port of this machine.
 * With `vault`, changes go back to that folder; with `files`, they stay in the page. `built` is where `main.js` lies.
 */
export async function startServer({ vault, files, built = root, port = 0 } = {}) {
  const host = await bundleHost();
  const icons = JSON.parse(readFileSync(require.resolve("lucide-static/icon-nodes.json"), "utf8"));
  const plugin = (name) => readFileSync(path.join(root, name), "utf8");
  const routes = {
    "/": () => ["text/html", readFileSync(path.join(hostFolder, "index.html"))],
    "/theme.css": () => ["text/css", readFileSync(path.join(hostFolder, "theme.css"))],
    "/host.js": () => ["text/javascript", host],
    "/plugin.js": () => ["text/javascript", `window.pluginCode = function (require, module, exports) {\n${readFileSync(path.join(built, "main.js"), "utf8")}\n};`],
    "/run.js": () => ["text/javascript", "postmortemHost.boot(window.start, window.pluginCode);"],
    "/start.js": () => {
      const start = {
        files: files ?? readVault(vault ?? path.join(root, "examples/vault")),
        manifest: JSON.parse(plugin("manifest.json")),
        css: plugin("styles.css"),
        icons,
        onDisk: vault !== undefined,
      };
      return ["text/javascript", `window.start = ${JSON.stringify(start)};`];
    },
  };

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    try {
      const route = routes[pathname];
      if (route !== undefined && request.method === "GET") {
        const [type, body] = route();
        response.writeHead(200, {
          "Content-Type": `${type}; charset=utf-8`,
          "Content-Security-Policy": "default-src 'self' 'unsafe-inline' data:",
          "Cache-Control": "no-store",
        });
        response.end(body);
        return;
      }
      const target = vault !== undefined && pathname.startsWith("/vault/") ? insideVault(vault, pathname) : null;
      // Only this page may write: another site's request carries another origin.
      const own = request.headers.origin === `http://${request.headers.host}`;
      if (target !== null && own && request.method === "PUT") {
        await mkdir(path.dirname(target), { recursive: true });
        await writeFile(target, await readBody(request));
      } else if (target !== null && own && request.method === "DELETE") await rm(target, { force: true });
      else {
        response.writeHead(404).end();
        return;
      }
      response.writeHead(204).end();
    } catch (error) {
      response.writeHead(500, { "Content-Type": "text/plain" }).end(String(error));
    }
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://localhost:${server.address().port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

async function main() {
  const { values } = parseArgs({ options: { vault: { type: "string" }, port: { type: "string", default: "0" } } });
  if (values.vault !== undefined && !statSync(values.vault, { throwIfNoEntry: false })?.isDirectory()) {
    process.stderr.write(`no folder at ${values.vault}\n`);
    process.exitCode = 2;
    return;
  }
  const server = await startServer({ vault: values.vault, port: Number(values.port) });
  process.stdout.write(`Postmortem runs at ${server.url} (Ctrl+C stops it)\n`);
  const where = values.vault === undefined ? "The notes are a copy of examples/vault: nothing is written to disk." : `Changes are written to ${values.vault}.`;
  process.stdout.write(`${where}\n`);
  const stop = () => void server.close().then(() => process.exit(0));
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
