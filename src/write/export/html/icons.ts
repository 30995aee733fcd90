import {
  Bug,
  Check,
  CircleCheck,
  CircleHelp,
  ClipboardList,
  Flame,
  Info,
  List,
  Pencil,
  Quote,
  TriangleAlert,
  X,
  Zap,
} from "lucide-static";

/** The app's icon of each type of callout: https://obsidian.md/help/callouts */
const icons: ReadonlyMap<string, string> = new Map([
  ...["abstract", "summary", "tldr"].map((type) => [type, ClipboardList] as const),
  ["info", Info],
  ["todo", CircleCheck],
  ...["tip", "hint", "important"].map((type) => [type, Flame] as const),
  ...["success", "check", "done"].map((type) => [type, Check] as const),
  ...["question", "help", "faq"].map((type) => [type, CircleHelp] as const),
  ...["warning", "caution", "attention"].map((type) => [type, TriangleAlert] as const),
  ...["failure", "fail", "missing"].map((type) => [type, X] as const),
  ...["danger", "error"].map((type) => [type, Zap] as const),
  ["bug", Bug],
  ["example", List],
  ...["quote", "cite"].map((type) => [type, Quote] as const),
]);

/**
 * The icon of a callout's type as SVG in the colour of the words beside it. Its size is its own, so that it
 * stays small where a wiki or a mail drops the document's style.
 */
export function calloutIcon(type: string): string {
  const drawing = /<svg[^>]*>([^]*)<\/svg>/.exec(icons.get(type) ?? Pencil)?.[1] ?? "";
  return `<svg class="icon" width="18" height="18" viewBox="0 0 24 24" aria-hidden="true">${drawing
    .split("\n")
    .map((line) => line.trim())
    .join("")}</svg>`;
}
