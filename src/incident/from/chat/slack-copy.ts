import { holdsAny, isNumber, singleSpaced, withoutTail } from "../../../base";
import { attributeOf, breaksLine, htmlPieces } from "../markup";
import type { Input } from "../input";
import { webAddress } from "../event";
import type { Moment } from "../moment";
import { readMoment, showsClock } from "../moment";
import type { Source } from "../source";
import type { MessageHead } from "./transcript";
import { Transcript } from "./transcript";

/** A line of what was copied; in HTML with the address that its time leads to. */
interface CopiedLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  readonly link: MessageLink | null;
  /** A name stood in it that is marked as the sender's. */
  readonly sender: boolean;
}

/** The address of a message, and what of its time is shown. */
interface MessageLink {
  readonly url: string;
  readonly label: string;
  readonly time: number;
  readonly threadOf: string | null;
}

/** What a Slack permalink says of its message; the digits are its timestamp. See `chat.getPermalink`. */
export function slackAddress(url: string): Pick<MessageLink, "time" | "threadOf"> | null {
  const [path = "", query = ""] = url.split("?", 2);
  const [scheme, , host = "", archives, channel = "", message = "", ...more] = path.split("/");
  const isSlack = host.endsWith(".slack.com") && (scheme === "https:" || scheme === "http:");
  if (!isSlack || archives !== "archives" || channel.length < 6 || more.length > 0) return null;
  const [seconds, fraction] = [message.slice(1, 11), message.slice(11)];
  const own = `${seconds}.${fraction}`;
  if (!message.startsWith("p") || !isSlackTime(own)) return null;
  const threads = query.split("&").flatMap((part) => (part.startsWith(inThread) ? part.slice(inThread.length) : []));
  return {
    time: Number(seconds) * 1000 + Math.floor(Number(fraction) / 1000),
    threadOf: threads.find((thread) => thread !== own && isSlackTime(thread)) ?? null,
  };
}

const inThread = "thread_ts=";

/** Whether a text is the time of a message, which is its name: seconds since 1970 with six decimals. */
export function isSlackTime(text: string): boolean {
  return text.length === 17 && text.charAt(10) === "." && isNumber(text.replace(".", ""));
}

const clock = String.raw`\d{1,2}:\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?`;
const day = String.raw`(?:Today|Yesterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?(?:, \d{4})?),? at `;
/** The line below a name: two blanks, "APP" or the emoji of a state, and the time; or a day with a time. */
const timeLine = new RegExp(
  String.raw`^(?:(APP)\s*|\s{1,4})?(?::[a-z0-9_+'-]{1,40}:)?\s{0,4}((?:${day})?${clock})\s*$`,
);
/** Name and time on one line, parted by two blanks or by "APP". */
const nameAndTime = new RegExp(String.raw`^(\S.{0,78}?)(?:\s*(APP)\s+|\s{2,4})((?:${day})?${clock})\s*$`);
const bareTime = /^\d{1,2}:\d{2}$/;
/** The client of before 2019: `ada [3:06 PM]`, and `[3:12]` for the next one. */
const oldHeading = new RegExp(String.raw`^(\S.{0,78}?) {1,2}\[(${clock})\]\s*$`);
const oldTime = new RegExp(String.raw`^\[(${clock})\](.*)$`);

/** What the client shows around messages, and how more of it begins. */
const furniture: ReadonlySet<string> = new Set([
  "New",
  "Thread",
  "Also sent to the channel",
  "Also sent as direct message",
  "View thread",
  "View message",
  "Show more",
  "Collapse",
]);
const beginnings = ["Last reply ", "Saved for later", "Pinned by ", "Replied to a thread:"];
const shortcode = /^:[\w+'-]+:$/;

function isFurniture(text: string): boolean {
  const [count = "", noun] = text.split(" ", 2);
  return (
    furniture.has(text) ||
    beginnings.some((words) => text.startsWith(words)) ||
    (isNumber(count) && (noun === "reply" || noun === "replies")) ||
    (isNumber(text) && text.length <= 4) ||
    (text.startsWith("+") && isNumber(text.slice(1))) ||
    shortcode.test(text)
  );
}

const fileName = /^[\w(). -]{1,80}\.(?:png|jpe?g|gif|webp|svg|pdf|txt|log|csv|json|ya?ml|zip|mp4|mov)$/i;

/** How a line begins that is about who is in the channel. */
const membership = [
  "was added to",
  "joined",
  "left",
  "has joined",
  "has left",
  "set the channel",
  "renamed the channel",
  "pinned a message",
  "archived the channel",
];

function isMembership(text: string): boolean {
  return text.length < 220 && membership.some((words) => `${text} `.startsWith(`${words} `));
}

/**
 * Messages copied from the Slack client, as text or as the HTML of the same paste, where each time is a link to its
 * message. A channel shows no date at all, a thread no year. After specimens in amittell/obsidian-slack-formatter and
 * the reader in ysamlan/slack-thread-clean-paste; there is no documentation.
 */
export const slackCopy: Source = {
  tool: "slack",
  name: "copied from Slack",
  recognises(input) {
    if (input.html !== null && copiedHtml(input.html).some(({ link }) => link !== null)) return true;
    const lines = input.lines();
    return lines.some((line, index) => {
      const previous = lines[index - 1]?.trim() ?? "";
      if (oldHeading.test(line)) return lines.slice(index + 1, index + 40).some((each) => each.trim() !== "");
      const isBelowName = previous !== "" && previous.length < 80 && timeLine.test(line);
      return (
        (isBelowName && (holdsAny(line.charAt(0), ": \t") || line.startsWith("APP") || line.includes(" at "))) ||
        nameAndTime.test(line)
      );
    });
  },
  *read(input) {
    const lines = copiedLines(input);
    const headings = headingsIn(lines);
    const names = new Set([...headings.values()].flatMap(({ nameLines }) => nameLines));
    const transcript = new Transcript();
    const twelve = [...headings.values()].some(({ shown }) => hasHalf(shown));
    for (const [index, copied] of lines.entries()) {
      if (index % 512 === 0) yield;
      const heading = headings.get(index);
      if (heading !== undefined) transcript.begin({ ...heading, line: copied.line });
      else if (!names.has(index) && !continues(transcript, copied, twelve)) take(transcript, copied);
    }
    return { ...transcript.finish(), zone: null, remarks: [] };
  },
};

function hasHalf(time: string): boolean {
  return withoutTail(time, ".").toLowerCase().endsWith("m");
}

interface CopiedHead extends Omit<MessageHead, "line"> {
  /** The time as it is shown. */
  readonly shown: string;
  /** Indexes of the lines above that hold the name. */
  readonly nameLines: readonly number[];
}

/** The lines in which messages begin, by index. */
function headingsIn(lines: readonly CopiedLine[]): ReadonlyMap<number, CopiedHead> {
  const headings = new Map<number, CopiedHead>();
  for (const index of lines.keys()) {
    const heading = headingAt(lines, index, headings);
    if (heading !== null) headings.set(index, heading);
  }
  return headings;
}

function headingAt(
  lines: readonly CopiedLine[],
  index: number,
  above: ReadonlyMap<number, CopiedHead>,
): CopiedHead | null {
  const copied = lines[index];
  if (copied === undefined) return null;
  const { text, link, sender } = copied;
  if (link !== null) {
    const before = text.slice(0, text.lastIndexOf(link.label)).replace(/:[a-z0-9_+'-]{1,40}:\s*$/, "");
    const trimmed = before.trim();
    const isBot = singleSpaced(` ${trimmed}`).endsWith(" APP");
    const name = isBot ? trimmed.slice(0, -"APP".length).trim() : trimmed;
    const begins =
      name !== "" || isBot || sender || hasHalf(link.label) || link.label.includes(" at ") || above.size === 0;
    if (!begins) return null;
    const { url, threadOf, label } = link;
    return headed(lines, index, above, { moment: instantOf(link), name, shown: label, isBot, url, threadOf });
  }
  const [, oldName, oldShown] = oldHeading.exec(text) ?? [];
  const [, app, below] = timeLine.exec(text) ?? [];
  const [, besideName, bot, beside] = nameAndTime.exec(text) ?? [];
  const isBelowName = below !== undefined && !bareTime.test(text);
  const shown = oldShown ?? (isBelowName ? below : beside);
  const moment = shown === undefined ? null : readMoment(shown);
  if (shown === undefined || moment === null) return null;
  const isBot = app !== undefined || bot !== undefined;
  const name = oldName ?? (isBelowName ? "" : (besideName ?? ""));
  const heading = headed(lines, index, above, { moment, name, shown, isBot, url: null, threadOf: null });
  return heading.actor === null ? null : heading;
}

interface Stated {
  readonly moment: Moment;
  /** Empty when it stands on the line above. */
  readonly name: string;
  readonly shown: string;
  readonly isBot: boolean;
  readonly url: string | null;
  readonly threadOf: string | null;
}

/** A heading with its sender; the name above stands there twice where the words for the picture came along. */
function headed(
  lines: readonly CopiedLine[],
  index: number,
  above: ReadonlyMap<number, CopiedHead>,
  { name, ...stated }: Stated,
): CopiedHead {
  if (name !== "") return { ...stated, actor: name, nameLines: [] };
  const lineAbove = (distance: number): string =>
    above.has(index - distance) ? "" : (lines[index - distance]?.text.trim() ?? "");
  const found = lineAbove(1);
  if (found === "" || found.length > 80) return { ...stated, actor: null, nameLines: [] };
  const nameLines = lineAbove(2) === found ? [index - 1, index - 2] : [index - 1];
  return { ...stated, actor: found, nameLines };
}

/** Takes a line that begins the next message of the same person. */
function continues(transcript: Transcript, { line, text, link }: CopiedLine, twelve: boolean): boolean {
  if (link !== null) return transcript.continueAt(line, instantOf(link), false, link.url);
  const [, bracketed, rest] = oldTime.exec(text) ?? [];
  const time = bracketed ?? (bareTime.test(text) ? text : undefined);
  const moment = time === undefined ? null : readMoment(time);
  if (time === undefined || moment === null) return false;
  if (!transcript.continueAt(line, moment, twelve && !hasHalf(time))) return false;
  transcript.say(line, rest ?? "");
  return true;
}

function take(transcript: Transcript, { line, text: written }: CopiedLine): void {
  const text = written.trim();
  if (transcript.isOpen && (isFurniture(text) || fileName.test(text))) return;
  if (isMembership(text)) transcript.skip(line, text, "it is about the channel, not the incident");
  else transcript.say(line, text);
}

function instantOf({ time }: MessageLink): Moment {
  return { kind: "instant", time };
}

function copiedLines(input: Input): readonly CopiedLine[] {
  const fromHtml = input.html === null ? [] : copiedHtml(input.html);
  if (fromHtml.some(({ link }) => link !== null)) return fromHtml;
  return input.lines().map((text, index) => ({ line: index + 1, text, link: null, sender: false }));
}

/** The lines of a paste with the links of their times. */
function copiedHtml(html: string): readonly CopiedLine[] {
  const lines: CopiedLine[] = [];
  let [text, label] = ["", ""];
  let link: MessageLink | null = null;
  let opened: { readonly url: string; readonly time: number; readonly threadOf: string | null } | null = null;
  let sender = false;
  const end = (): void => {
    if (text.trim() !== "" || link !== null) lines.push({ line: lines.length + 1, text, link, sender });
    if (text.trim() !== "" && link === null && sender) sender = true;
    else if (link !== null) sender = false;
    text = "";
    link = null;
  };
  for (const piece of htmlPieces(html)) {
    if (piece.kind === "text") {
      text += singleSpaced(piece.text);
      if (opened !== null) label += piece.text.trim();
    } else if (breaksLine(piece)) end();
    else if (piece.kind === "open") {
      if (piece.attributes.toLowerCase().includes("sender")) sender = true;
      if (piece.name === "img") text += attributeOf(piece.attributes, "data-stringify-text") ?? "";
      const url = piece.name === "a" ? webAddress(attributeOf(piece.attributes, "href")) : null;
      const message = url === null ? null : slackAddress(url);
      if (url !== null && message !== null) {
        opened = { url, ...message };
        label = "";
      }
    } else if (piece.name === "a" && opened !== null) {
      if (showsClock(label) && label.length < 40) {
        link = { ...opened, label };
        end();
      }
      opened = null;
    }
  }
  end();
  return lines;
}
