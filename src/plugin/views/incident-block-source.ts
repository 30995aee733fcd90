import { once } from "../../base";
import { zoneFault } from "../../time";
import * as z from "../../schema";
import { texts } from "../texts";

const parts = ["facts", "timeline", "actions"] as const;

const schema = once(() =>
  z.strictObject(
    {
      show: z._default(
        z.pipe(
          z.transform((text) => (typeof text === "string" ? text.split(",").map((part) => part.trim()) : text)),
          z.array(z.enum(parts, { error: () => texts().incident.block.parts })),
        ),
        ["facts", "timeline"],
      ),
      note: z.exactOptional(
        z.string().check(z.regex(/^\[\[[^[\]|#]+\]\]$/, { error: () => texts().incident.block.link })),
      ),
      zone: z.exactOptional(
        z
          .string()
          .check(
            z.refine((name) => zoneFault(name) === null, { error: ({ input }) => zoneFault(String(input)) ?? "" }),
          ),
      ),
    },
    {
      error: (issue) =>
        issue.code === "unrecognized_keys"
          ? texts().incident.block.onlyKnown(issue.keys.map((key) => `\`${key}\``).join(", "))
          : undefined,
    },
  ),
);

/** What the text of a `postmortem` code block asks for. */
export type IncidentBlockSource = Readonly<z.infer<ReturnType<typeof schema>>>;

/** Reads lines such as `show: timeline`; what cannot be read is said in words, with its line. */
export function readBlockSource(
  source: string,
):
  | { readonly ok: true; readonly block: IncidentBlockSource }
  | { readonly ok: false; readonly messages: readonly string[] } {
  const said = texts().incident.block;
  const values = new Map<string, string>();
  const messages: string[] = [];
  for (const [index, line] of source.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const [, key, value] = /^([\w-]+)\s*:\s*(\S.*)?$/.exec(line.trim()) ?? [];
    if (key === undefined || value === undefined) messages.push(said.line(index + 1));
    else if (values.has(key)) messages.push(said.twice(index + 1, key));
    else values.set(key, value);
  }
  const read = schema().safeParse(Object.fromEntries(values));
  if (!read.success)
    for (const { message, path } of read.error.issues)
      messages.push(path[0] === undefined ? message : `\`${String(path[0])}\`: ${message}`);
  return read.success && messages.length === 0 ? { ok: true, block: read.data } : { ok: false, messages };
}
