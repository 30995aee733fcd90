import type { Steps } from "../../src/base";
import { planImportInSteps } from "../../src/commands";
import { decodeText } from "../../src/incident/from";
import { parseNote } from "../../src/note";
import { defaultSettings } from "../../src/settings";
import { createLibrary } from "../../src/vault";
import { progress, seed } from "../bench.mts";
import { median } from "../rounds.mts";
import type { Figure } from "../targets.mts";
import { pathAt } from "../vault/names.mts";
import { checkedAt, postmortemText } from "../vault/postmortem.mts";

const clock = { now: Date.parse(checkedAt), zone: "UTC" };
const messages = 10_000;
const runs = 7;

/** A channel of Slack as its export has it: each message with its blocks and its author's profile, about 1 KB. */
function slackExport(): string {
  const profile = {
    avatar_hash: "0f".repeat(6),
    image_72: `https://example.org/${"ab".repeat(60)}_72.png`,
    team: "T1",
  };
  return JSON.stringify(
    Array.from({ length: messages }, (_, index) => {
      const text = `message ${index} about <https://example.org/${index}|the service> &amp; <@U0000000${index % 7}>`;
      const elements = [
        { type: "rich_text_section", elements: [{ type: "text", text: `${text} ${"and more ".repeat(20)}` }] },
      ];
      return {
        client_msg_id: `0b1c2d3e-0000-4000-8000-${String(index).padStart(12, "0")}`,
        type: "message",
        ...(index % 50 === 49 && { subtype: "channel_join" }),
        text,
        user: `U0${String(index % 40).padStart(7, "0")}`,
        ts: `${1_712_815_920 + index * 7}.000001`,
        user_profile: { ...profile, real_name: `Person ${index % 40}`, display_name: `person-${index % 40}` },
        blocks: [{ type: "rich_text", block_id: `b${index}`, elements }],
        reactions: [{ name: "eyes", users: ["U00000001", "U00000002"], count: 2 }],
      };
    }),
    null,
    2,
  );
}

/** The same channel as a pager's log of it, to be told from it message by message. */
function table(): string {
  const rows = Array.from({ length: messages }, (_, index) => {
    const at = new Date((1_712_815_920 + index * 7) * 1000).toISOString();
    return `${at},person-${index % 40},"message ${index}, ""as it was"", and more ${"and more ".repeat(10)}"`;
  });
  return `time,who,what\n${rows.join("\n")}\n`;
}

/** Milliseconds of all steps together, and of the longest one alone. */
function timesOf(steps: Steps<unknown>): { readonly work: number; readonly longest: number } {
  let [work, longest] = [0, 0];
  for (let isDone = false; !isDone;) {
    const before = performance.now();
    isDone = steps.next().done === true;
    const time = performance.now() - before;
    work += time;
    longest = Math.max(longest, time);
  }
  return { work, longest };
}

/** Previews ten thousand messages, from the bytes of their file to the ticks. */
export function measureImport(): Figure[] {
  const note = parseNote(postmortemText(seed, 10, 1), pathAt(10));
  const context = { library: createLibrary(), settings: defaultSettings, clock };
  const encoder = new TextEncoder();
  const figures: Figure[] = [];
  for (const [where, files] of [
    ["an export of Slack", [{ name: "2024-04-11.json", bytes: encoder.encode(slackExport()) }]],
    ["a table", [{ name: "channel.csv", bytes: encoder.encode(table()) }]],
    [
      "both",
      [
        { name: "2024-04-11.json", bytes: encoder.encode(slackExport()) },
        { name: "channel.csv", bytes: encoder.encode(table()) },
      ],
    ],
  ] as const) {
    progress(`previewing ${where}`);
    const times = Array.from({ length: runs }, () => {
      const before = performance.now();
      const handed = files.map(({ name, bytes }) => ({ name, text: decodeText(bytes).text }));
      const decoding = performance.now() - before;
      const { work, longest } = timesOf(
        planImportInSteps(note, context, { handed, tool: null, zone: null, since: null, until: null }),
      );
      return { work: work + decoding, longest: Math.max(longest, decoding) };
    });
    const megabytes = files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;
    const detail = `${megabytes.toFixed(1)} MB`;
    figures.push(
      { target: "import-work", value: median(times.map(({ work }) => work)), where, detail },
      { target: "import-standstill", value: median(times.map(({ longest }) => longest)), where, detail },
    );
  }
  return figures;
}
