import { isKeyed, isMadeOf, isNumber, withoutEnding } from "../../../base";
import { at, listAt, someOf, textAt } from "../json";
import { readMoment } from "../moment";
import type { Draft, Drafted, RecordFormat } from "../records";
import type { Source } from "../source";
import { Transcript } from "./transcript";

/** Kinds of messages that people write; all others are about the channel. */
const written: ReadonlySet<string> = new Set(["Default", "Reply", "ChatInputCommand", "ContextMenuCommand", "0", "19"]);

/**
 * DiscordChatExporter's JSON; times have the offset of the machine that exported. Source: Tyrrrz/DiscordChatExporter,
 * `JsonMessageWriter.cs`.
 */
export const discordMessages: RecordFormat = {
  tool: "discord",
  name: "DiscordChatExporter JSON",
  lists: (document) => {
    const records = listAt(document, "messages");
    const fits = someOf(records, (record) => isKeyed(at(record, "author")) && textAt(record, "timestamp") !== null);
    return fits ? [{ path: "/messages", records }] : [];
  },
  event(message, _, document): Drafted {
    const type = textAt(message, "type") ?? "Default";
    if (!written.has(type)) return { skip: "it is about the channel, not the incident" };
    const content = textAt(message, "content");
    const files = listAt(message, "attachments").flatMap((file) => textAt(file, "fileName") ?? []);
    const embeds = listAt(message, "embeds").flatMap((embed) => textAt(embed, "title", "description") ?? []);
    const [guild, channel, id] = [textAt(document, "guild.id"), textAt(document, "channel.id"), textAt(message, "id")];
    const isReal = [guild, channel, id].every(
      (part) => part !== null && isNumber(part) && part.length >= 17 && part.length <= 20,
    );
    const draft: Draft = {
      time: at(message, "timestamp"),
      text: shown(content ?? embeds[0] ?? (files.length > 0 ? `Attachment: ${files.join(", ")}` : "")),
      actor: textAt(message, "author.nickname", "author.name"),
      url: isReal ? `https://discord.com/channels/${guild ?? ""}/${channel ?? ""}/${id ?? ""}` : null,
      id,
      kind: at(message, "author.isBot") === true ? "alert" : "message",
      threadOf: textAt(message, "reference.messageId"),
      edited: textAt(message, "timestampEdited") !== null,
      marked: at(message, "isPinned") === true,
    };
    return draft;
  },
};

/** `<:name:123>` and `<a:name:123>` are emoji of a server's own. */
function shown(content: string): string {
  return content.replace(/<a?(:\w{1,40}:)\d{1,20}>/g, "$1");
}

/** Between the preamble and the messages, and at the end. */
function isRule(line: string): boolean {
  return line.length >= 20 && isMadeOf(line, "=");
}

/** What stands above the files and embeds of a message. */
const attached: ReadonlySet<string> = new Set(["{Attachments}", "{Embed}", "{Stickers}"]);
/** Stands above the reactions to a message, which end it. */
const reactions = "{Reactions}";

const exported = /^\[([^\][\n]{6,40})\] (\S.{0,80})$/;

/**
 * DiscordChatExporter's plain text: the date in the order of the machine that exported, without an offset. Source:
 * `PlainTextMessageWriter.cs`.
 */
export const discordText: Source = {
  tool: "discord",
  name: "DiscordChatExporter text",
  recognises: ({ lines }) =>
    lines().slice(0, 3).some(isRule) &&
    lines()
      .slice(0, 6)
      .some((line) => line.startsWith("Guild: ")),
  *read({ lines }) {
    const transcript = new Transcript();
    let isMessage = false;
    for (const [index, line] of lines().entries()) {
      if (index % 512 === 0) yield;
      if (isRule(line) || (line.startsWith("Exported ") && line.endsWith(" message(s)"))) continue;
      const [, time, name] = exported.exec(line) ?? [];
      const moment = time === undefined ? null : readMoment(time);
      if (moment !== null && name !== undefined) {
        isMessage = true;
        const marked = name.endsWith(" (pinned)");
        const actor = withoutEnding(name, " (pinned)");
        transcript.begin({ line: index + 1, moment, actor, marked });
      } else if (line === reactions) isMessage = false;
      else if (isMessage && !attached.has(line)) transcript.say(index + 1, line);
    }
    return { ...transcript.finish(), zone: null, remarks: [] };
  },
};

/** `ada — Today at 3:06 PM`, `ada — 03/10/2025 3:06 PM`, and the time alone for a message of today. */
const heading = /^(\S.{0,78}?)(?:\s+(APP|BOT))?\s+—\s+((?:[^\n—]{1,30}?[\s,])?\d{1,2}:\d{2}(?:\s?[ap]\.?m\.?)?)$/i;

/** Messages copied from the Discord client. After specimens in public repositories; there is no documentation. */
export const discordCopy: Source = {
  tool: "discord",
  name: "copied from Discord",
  recognises: ({ lines }) =>
    lines().some((line) => {
      const time = heading.exec(line)?.[3];
      return time !== undefined && readMoment(time) !== null;
    }),
  *read({ lines }) {
    const transcript = new Transcript();
    for (const [index, line] of lines().entries()) {
      if (index % 512 === 0) yield;
      const [, name, bot, time] = heading.exec(line) ?? [];
      const moment = time === undefined ? null : readMoment(time);
      if (moment === null || name === undefined) transcript.say(index + 1, line);
      else transcript.begin({ line: index + 1, moment, actor: name, isBot: bot !== undefined });
    }
    return { ...transcript.finish(), zone: null, remarks: [] };
  },
};
