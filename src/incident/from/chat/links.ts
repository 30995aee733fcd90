import { isNumber, withoutLead, withoutTail } from "../../../base";
import type { SourceEvent, Unread } from "../event";
import { excerpt } from "../event";
import { eventFrom } from "../records";
import type { Source } from "../source";
import { slackAddress } from "./slack-copy";

/** An address with the brackets around it, or a link of Markdown with its words. */
const address = /(?:\[([^\][]{0,200})\]\(|[<([]?)(https?:\/\/[^\s<>()"'\]]+)[>)\]]?/;

/** What the address of a chat message tells: the moment it was posted. */
function messageAt(
  url: string,
): { readonly time: number; readonly threadOf: string | null; readonly tool: string } | null {
  const slack = slackAddress(url);
  if (slack !== null) return { ...slack, tool: "Slack" };
  const teams = teamsTime(url);
  return teams === null ? null : { time: teams, threadOf: null, tool: "Teams" };
}

/** When a message in Microsoft Teams was posted: the last number of its address counts the milliseconds since 1970. */
function teamsTime(url: string): number | null {
  const [path = ""] = url.split("?", 1);
  const [scheme, , host = "", link, kind, chat, time = "", ...more] = path.split("/");
  const isTeams = host.startsWith("teams.microsoft.") || `${host}.`.startsWith("teams.cloud.microsoft.");
  const isMessage = scheme === "https:" && link === "l" && kind === "message" && chat !== "" && more.length === 0;
  return isTeams && isMessage && isNumber(time) && time.length === 13 ? Number(time) : null;
}

/** Addresses of chat messages, one in each line, with or without words beside them. */
export const messageLinks: Source = {
  tool: "links",
  name: "links to chat messages",
  recognises: ({ lines }) => {
    const filled = lines().filter((line) => line.trim() !== "");
    const linked = filled.filter((line) => messageAt(address.exec(line)?.[2] ?? "") !== null);
    return linked.length > 0 && linked.length * 2 >= filled.length;
  },
  *read({ lines }) {
    const events: SourceEvent[] = [];
    const unread: Unread[] = [];
    for (const [index, line] of lines().entries()) {
      if (index % 512 === 0) yield;
      if (line.trim() === "") continue;
      const [whole = "", label = " ", url = ""] = address.exec(line) ?? [];
      const message = messageAt(url);
      const words = withoutTail(
        withoutLead(
          line.replace(whole, () => label),
          "*•-–—:",
        ),
        ":–—-",
      );
      const event =
        message === null
          ? "it holds no link to a chat message"
          : eventFrom(
              {
                time: { kind: "instant", time: message.time },
                text: words.trim() === "" ? `Message in ${message.tool}` : words,
                url,
                id: url,
                threadOf: message.threadOf,
                marked: true,
              },
              url,
            );
      if (typeof event === "string") unread.push({ line: index + 1, text: excerpt(line), reason: event });
      else events.push(event);
    }
    return { events, unread, zone: null, remarks: [] };
  },
};
