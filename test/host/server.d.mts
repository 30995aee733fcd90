import type { PluginManifest } from "obsidian";

/** A running server of the browser host. */
export interface HostServer {
  /** Address of the page, with a final slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** A built plugin, as the app finds it in its folder. */
export interface BuiltPlugin {
  readonly manifest: PluginManifest;
  /** Text of `main.js`. */
  readonly code: string;
  /** Text of `styles.css`. */
  readonly css: string;
}

export interface ServerOptions {
  /** A folder whose notes are shown, and to which changes are written. */
  readonly vault?: string;
  /** Notes by path that are kept in the page alone. */
  readonly files?: Readonly<Record<string, string>>;
  /** Loaded after ours. */
  readonly plugins?: readonly BuiltPlugin[];
  /** The folder that `main.js` lies in; the project's own when left out. */
  readonly built?: string;
  /** 0 takes any free port; where another one is taken, the next free one is used. */
  readonly port?: number;
}

/** Starts the server on this machine alone. Reads the built `main.js`, `manifest.json` and `styles.css`. */
export function startServer(options?: ServerOptions): Promise<HostServer>;

/** Writes the page with the example vault to a folder, for any web server to show. */
export function writePage(folder: string, options?: Pick<ServerOptions, "built">): Promise<void>;
