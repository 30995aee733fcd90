import { holdsAny, isKeyed } from "../../../base";
import { withoutEntities } from "../markup";
import { at, listAt, someOf, textAt } from "../json";
import type { Known } from "../known";
import type { Person } from "../event";
import type { Draft, Drafted, RecordFormat, RecordList } from "../records";
import type { JsonDocument } from "../json";
import { isSlackTime } from "./slack-copy";

/** Kinds of messages about the channel itself. */
const aboutChannel: Readonly<Record<string, string>> = {
  tombstone: "the message was deleted",
  message_deleted: "the message was deleted",
  channel_join: "somebody joined the channel",
  group_join: "somebody joined the channel",
  channel_leave: "somebody left the channel",
  group_leave: "somebody left the channel",
  bot_add: "a bot was added to the channel",
  bot_remove: "a bot was removed from the channel",
  channel_topic: "the topic of the channel was set",
  group_topic: "the topic of the channel was set",
  channel_purpose: "the purpose of the channel was set",
  group_purpose: "the purpose of the channel was set",
  channel_name: "the channel was renamed",
  group_name: "the channel was renamed",
  channel_archive: "the channel was archived",
  channel_unarchive: "the channel was opened again",
  channel_convert_to_private: "the channel was made private",
  channel_posting_permissions: "the rules of the channel were changed",
  pinned_item: "something was pinned",
  reminder_add: "a reminder was set",
  huddle_thread: "a call was held",
};

/** Reactions by which people mark what belongs into a timeline. */
const marking: ReadonlySet<string> = new Set([
  "pushpin",
  "round_pushpin",
  "timeline",
  "star",
  "calendar",
  "memo",
  "bookmark",
]);

/**
 * Messages of Slack: a day of an export (`2025-03-10.json`), or an answer of `conversations.history` or
 * `conversations.replies`. Documented at docs.slack.dev, "message event".
 */
export const slackMessages: RecordFormat = {
  tool: "slack",
  name: "Slack messages",
  lists(document): readonly RecordList[] {
    const path = listAt(document, "messages").length > 0 ? "messages" : "";
    const records = listAt(document, path);
    const isMessages = someOf(records, (record) => isSlackTime(textAt(record, "ts") ?? ""));
    return isMessages ? [{ path: path === "" ? "" : `/${path}`, records }] : [];
  },
  event(message, known, document): Drafted {
    const subtype = textAt(message, "subtype") ?? "";
    if (Object.hasOwn(aboutChannel, subtype)) return { skip: aboutChannel[subtype] ?? "" };
    if (at(message, "hidden") === true) return { skip: "it is not shown in the channel" };
    const ts = textAt(message, "ts") ?? "";
    const thread = textAt(message, "thread_ts");
    const isBot = subtype === "bot_message" || textAt(message, "bot_id") !== null;
    const draft: Draft = {
      time: isSlackTime(ts) ? ts : null,
      text: textOf(message, known),
      actor: authorOf(message, known),
      url: textAt(message, "permalink") ?? permalink(ts, thread, channelOf(document, known), known),
      id: ts,
      kind: isBot ? "alert" : "message",
      threadOf: thread !== null && thread !== ts ? thread : null,
      edited: isKeyed(at(message, "edited")),
      marked: isMarked(message),
    };
    return draft;
  },
  remark: (document) =>
    at(document, "has_more") === true ? "This is one page of several: ask for the next with `cursor`." : null,
};

function isMarked(message: unknown): boolean {
  return (
    listAt(message, "pinned_to").length > 0 ||
    at(message, "is_starred") === true ||
    listAt(message, "reactions").some((reaction) =>
      marking.has((textAt(reaction, "name") ?? "").split("::", 1)[0] ?? ""),
    )
  );
}

/** What a message shows: its text, else what is attached to it, as alerts have it. */
function textOf(message: unknown, known: Known): string | null {
  const own = textAt(message, "text");
  const files = listAt(message, "files").flatMap((file) => textAt(file, "title", "name") ?? []);
  const text =
    own ??
    listAt(message, "attachments")
      .map((attachment) => attachmentText(attachment))
      .find((text) => text !== null) ??
    blockText(listAt(message, "blocks"));
  if (text !== null) return plainSlack(text, known);
  return files.length > 0 ? `Attachment: ${files.join(", ")}` : null;
}

function attachmentText(attachment: unknown): string | null {
  const title = textAt(attachment, "title");
  const fallback = textAt(attachment, "fallback");
  const head = title !== null && fallback?.includes(title) === true ? fallback : (title ?? fallback);
  const text = textAt(attachment, "text", "pretext");
  if (head === null) return text ?? blockText(listAt(attachment, "blocks"));
  return text === null || head.includes(text) ? head : `${head}\n${text}`;
}

/** The texts of a message built of blocks, as deep as Slack builds them. */
function blockText(blocks: readonly unknown[]): string | null {
  const texts: string[] = [];
  let level = blocks;
  for (let depth = 0; depth < 6 && level.length > 0; depth += 1) {
    const next: unknown[] = [];
    for (const block of level) {
      const text = at(block, "text");
      if (typeof text === "string") texts.push(text);
      else if (isKeyed(text)) next.push(text);
      else next.push(...listAt(block, "fields"), ...listAt(block, "elements"));
    }
    level = next;
  }
  return texts.length === 0 ? null : texts.join(" ");
}

function authorOf(message: unknown, { people }: Known): Person | string | null {
  const id = textAt(message, "user");
  const profile = at(message, "user_profile");
  const known = id === null ? undefined : people.get(id);
  if (known !== undefined) return known;
  const shown = personOfProfile(profile);
  return shown ?? textAt(message, "username", "bot_profile.name") ?? id;
}

/** Somebody by the names of a profile: as displayed, else the real one, else the account's. */
function personOfProfile(profile: unknown, account: string | null = null): Person | null {
  const names = [textAt(profile, "display_name"), textAt(profile, "real_name"), account ?? textAt(profile, "name")];
  const [name, ...also] = names.filter((each) => each !== null);
  return name === undefined ? null : { name, also };
}

/** People by their ids, as the messages themselves name some. */
export function slackAuthors({ value }: JsonDocument): ReadonlyMap<string, Person> {
  const messages = listAt(value, "messages").length > 0 ? listAt(value, "messages") : listAt(value, "");
  const found = new Map<string, Person>();
  for (const message of messages) {
    const id = textAt(message, "user");
    const person = id === null ? null : personOfProfile(at(message, "user_profile"));
    if (id !== null && person !== null) found.set(id, person);
  }
  return found;
}

/** `users.json` of an export, or an answer of `users.list`: people by their ids. */
export function slackPeople({ value }: JsonDocument): ReadonlyMap<string, Person> {
  const members = listAt(value, "members").length > 0 ? listAt(value, "members") : listAt(value, "");
  const found = new Map<string, Person>();
  for (const member of members) {
    const id = textAt(member, "id");
    const person = isKeyed(at(member, "profile"))
      ? personOfProfile(at(member, "profile"), textAt(member, "name"))
      : null;
    if (id !== null && isId(id, "UWB") && person !== null) found.set(id, person);
  }
  return found;
}

/** Whether a text is an id of Slack, by the letters that such ids begin with. */
function isId(text: string, kinds: string): boolean {
  return holdsAny(text.charAt(0), kinds) && /^[A-Z0-9]{6,}$/.test(text);
}

/** `channels.json` of an export, or an answer of `conversations.list`: ids of channels by name. */
export function slackChannels({ value }: JsonDocument): ReadonlyMap<string, string> {
  const channels = listAt(value, "channels").length > 0 ? listAt(value, "channels") : listAt(value, "");
  const found = new Map<string, string>();
  for (const channel of channels) {
    const [id, name] = [textAt(channel, "id"), textAt(channel, "name")];
    if (id !== null && name !== null && isId(id, "CG")) found.set(name, id);
  }
  return found;
}

/** The channel of a file, where there is no doubt which it is. */
function channelOf(document: unknown, { channels }: Known): string | null {
  const stated = textAt(document, "channel");
  if (stated !== null && isId(stated, "CG")) return stated;
  return channels.size === 1 ? ([...channels.values()][0] ?? null) : null;
}

/** The address of a message (`chat.getPermalink`), where workspace and channel are known. */
function permalink(ts: string, thread: string | null, channel: string | null, { workspace }: Known): string | null {
  if (workspace === null || channel === null || !isSlackTime(ts)) return null;
  const answers = thread !== null && thread !== ts ? `?thread_ts=${thread}&cid=${channel}` : "";
  return `https://${workspace}.slack.com/archives/${channel}/p${ts.replace(".", "")}${answers}`;
}

const mail = "mailto:";

/** A link, person, channel or command: what it is, its target and its label. */
const markup = /<([@#!]?)([^<>|]{0,2000})(?:\|([^<>]{0,2000}))?>/g;

/**
 * Slack's markup as plain text: people and channels by name, links by their label, dates by what was shown. Documented
 * at docs.slack.dev, "Formatting message text".
 */
function plainSlack(source: string, { people }: Pick<Known, "people">): string {
  const shown = source.replace(markup, (whole, sign: string, target: string, label: string | undefined) => {
    if (sign === "@") return `@${people.get(target)?.name ?? label ?? target}`;
    if (sign === "#") return `#${label ?? target}`;
    if (sign === "!") return label ?? `@${target.split("^", 1)[0] ?? ""}`;
    if (label !== undefined) return label;
    if (target.startsWith(mail)) return target.slice(mail.length);
    return target.startsWith("https:") || target.startsWith("http:") ? target : whole;
  });
  return withoutEntities(shown);
}
