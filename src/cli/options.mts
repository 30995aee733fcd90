import { parseArgs } from "node:util";
import { nearest } from "../base";
import type { Clock } from "../time";
import { readInstant, zoneFault, zoneNamed } from "../time";
import { CannotRun, type Io } from "./io.mts";

/** An option as `parseArgs` reads it and as the help shows it. */
export interface Option {
  readonly type: "string" | "boolean";
  readonly multiple?: boolean;
  readonly short?: string;
  /** Name of the value in the help, for options that take one. */
  readonly value?: string;
  readonly description: string;
}

/** Options by their long name. */
export type Options = Readonly<Record<string, Option>>;

/** Options of every command. */
export const globalOptions = {
  vault: {
    type: "string",
    value: "folder",
    description: "the vault's root; else the nearest folder with `.obsidian`, with settings or `.git`",
  },
  config: { type: "string", value: "file", description: "settings to use instead of the vault's own" },
  now: { type: "string", value: "time", description: "what to take for now, such as 2024-04-12T09:00Z" },
  zone: { type: "string", value: "zone", description: "IANA name or offset for today and for times without a zone" },
  color: { type: "string", value: "when", description: "always, never or auto, which is the default" },
  help: { type: "boolean", short: "h", description: "show this help" },
} as const satisfies Options;

/** Reads a command's arguments; a mistake ends the command with a word on what was meant. */
export function readArguments<const Given extends Options>(args: readonly string[], options: Given) {
  const all = { ...globalOptions, ...options };
  try {
    return parseArgs({ args: [...args], options: all, allowPositionals: true });
  } catch (error) {
    throw usageError(error, args, Object.keys(all));
  }
}

/** The moment and zone that the options state, else those of the system. */
export function clockFrom(
  values: { readonly now?: string | undefined; readonly zone?: string | undefined },
  io: Io,
): Clock {
  const zone = values.zone ?? io.zone;
  const fault = values.zone === undefined ? null : zoneFault(zone);
  if (fault !== null) throw new CannotRun(fault);
  if (values.now === undefined) return { now: io.now(), zone };
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(values.now);
  const now = readInstant(isDay ? `${values.now}T00:00` : values.now, zoneNamed(zone));
  if (!now.ok || now.time === null)
    throw new CannotRun(`\`${values.now}\` is no time`, "write it as `2024-04-12T09:00Z`");
  return { now: now.time, zone };
}

/** The value among those allowed, or the end of the command. */
export function oneOf<Value extends string>(option: string, given: string, allowed: readonly Value[]): Value {
  const value = allowed.find((candidate) => candidate === given);
  if (value !== undefined) return value;
  const meant = nearest(given, allowed);
  throw new CannotRun(
    `\`--${option}\` cannot be \`${given}\``,
    meant === null ? `it can be ${allowed.join(", ")}` : `did you mean \`${meant}\`?`,
  );
}

function usageError(error: unknown, args: readonly string[], names: readonly string[]): CannotRun {
  const message = error instanceof Error ? error.message : String(error);
  const unknown = args.find((arg) => arg.startsWith("--") && !names.includes(arg.slice(2).split("=", 1)[0] ?? ""));
  if (unknown !== undefined && message.startsWith("Unknown option")) {
    const name = unknown.slice(2).split("=", 1)[0] ?? "";
    const meant = nearest(name, names);
    return new CannotRun(
      `unknown option \`--${name}\``,
      meant === null ? "`--help` lists the options" : `did you mean \`--${meant}\`?`,
    );
  }
  const empty = /^Option '(?:-\w, )?--(\w[\w-]*) <value>' argument missing/.exec(message)?.[1];
  if (empty !== undefined) return new CannotRun(`\`--${empty}\` needs a value`, "`--help` tells which");
  return new CannotRun(message.split(". ", 1)[0] ?? message, "`--help` lists the options");
}
