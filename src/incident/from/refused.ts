import { singleSpaced } from "../../base";
import type { Input } from "./input";
import { showsClock } from "./moment";
import type { Source } from "./source";

/** A kind of text that tells no times, with what to bring instead. */
function refused(tool: string, name: string, recognises: (input: Input) => boolean, instead: string): Source {
  return {
    tool,
    name,
    recognises,
    *read({ lines }) {
      yield;
      const text = lines().find((line) => line.trim() !== "") ?? "";
      return {
        events: [],
        unread: [{ line: 1, text: text.slice(0, 120).trim(), reason: instead }],
        zone: null,
        remarks: [],
      };
    },
  };
}

/** The feed of a status page: its times are HTML without a year. */
export const statuspageFeed = refused(
  "statuspage",
  "feed of a status page",
  ({ text }) => /^\s*(?:<\?xml[^>]*>\s*)?<(?:feed|rss)[\s>]/.test(text.slice(0, 2000)),
  "a feed states no year: use the page's `/api/v2/incidents.json` instead",
);

const kubernetesHead = "LAST SEEN TYPE REASON OBJECT";

/** What `kubectl get events` prints by itself: ages, which count from when it was called. */
export const kubernetesTable = refused(
  "kubernetes",
  "table of Kubernetes events",
  ({ lines }) => {
    const head = singleSpaced(lines()[0] ?? "");
    return head.startsWith(kubernetesHead) || head.startsWith(`NAMESPACE ${kubernetesHead}`);
  },
  "these are ages, not times: use `kubectl get events -A -o json` instead",
);

/** What is copied from Microsoft Teams since August 2024. It has no mark of its own; only who asks for it gets here. */
export const teamsWithoutTimes = refused(
  "teams",
  "copied from Microsoft Teams",
  ({ lines }) => !lines().some((line) => showsClock(line)) && lines().some((line) => line.trim() !== ""),
  "Teams copies neither senders nor times since August 2024: use links to the messages, or an export from Microsoft Graph",
);
