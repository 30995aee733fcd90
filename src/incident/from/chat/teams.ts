import { isKeyed } from "../../../base";
import { htmlText } from "../markup";
import { at, listAt, someOf, textAt } from "../json";
import { readMoment } from "../moment";
import type { RecordFormat } from "../records";
import { personNamed } from "../records";
import type { Source } from "../source";
import { Transcript } from "./transcript";

/**
 * `chatMessage` of Microsoft Graph, the newest first; whether more comes with it in practice than its documentation
 * says has not been seen.
 */
export const teamsMessages: RecordFormat = {
  tool: "teams",
  name: "Microsoft Teams messages",
  lists: (document) => {
    const path = listAt(document, "value").length > 0 ? "value" : "";
    const records = listAt(document, path);
    const fits = someOf(
      records,
      (record) => isKeyed(record) && "createdDateTime" in record && isKeyed(at(record, "body")),
    );
    return fits ? [{ path: path === "" ? "" : `/${path}`, records }] : [];
  },
  event: (message) => {
    const type = textAt(message, "messageType");
    if (type !== null && type !== "message") return { skip: "it is about the chat, not the incident" };
    if (textAt(message, "deletedDateTime") !== null) return { skip: "the message was deleted" };
    const content = textAt(message, "body.content") ?? "";
    const isHtml = textAt(message, "body.contentType")?.toLowerCase() === "html";
    const files = listAt(message, "attachments").flatMap((file) => textAt(file, "name") ?? []);
    const text = isHtml ? htmlText(content) : content;
    return {
      time: at(message, "createdDateTime"),
      text: text.trim() === "" && files.length > 0 ? `Attachment: ${files.join(", ")}` : text,
      actor: textAt(message, "from.user.displayName", "from.application.displayName"),
      url: textAt(message, "webUrl"),
      id: textAt(message, "id"),
      kind: isKeyed(at(message, "from.application")) ? "alert" : "message",
      threadOf: textAt(message, "replyToId"),
      edited: textAt(message, "lastEditedDateTime") !== null,
      marked: textAt(message, "importance") === "urgent",
    };
  },
  remark: (document) =>
    isKeyed(document) && "@odata.nextLink" in document
      ? "This is one page of several: ask for the next at `@odata.nextLink`."
      : null,
};

/** `[3:06 PM] Okafor, Ada`, and with a day before the time in the client's own order. */
const heading = /^\[((?:[^\][\n]{0,30}?[\s,])?\d{1,2}:\d{2}(?:\s?[ap]\.?m\.?)?)\]\s+(\S.{0,80})$/i;

/**
 * Messages copied from Microsoft Teams before August 2024, which had their senders and times. What is copied since then
 * has neither.
 */
export const teamsCopy: Source = {
  tool: "teams",
  name: "copied from Microsoft Teams",
  recognises: ({ lines }) => {
    const found = lines().flatMap((line) => heading.exec(line) ?? []);
    return lines().some((line) => {
      const [, time, name] = heading.exec(line) ?? [];
      return time !== undefined && name !== undefined && readMoment(time) !== null && found.length > 0;
    });
  },
  *read({ lines }) {
    const transcript = new Transcript();
    for (const [index, line] of lines().entries()) {
      if (index % 512 === 0) yield;
      const [, time, name] = heading.exec(line) ?? [];
      const moment = time === undefined ? null : readMoment(time);
      if (moment === null || name === undefined) transcript.say(index + 1, line);
      else transcript.begin({ line: index + 1, moment, actor: personNamed(name) });
    }
    return { ...transcript.finish(), zone: null, remarks: [] };
  },
};
