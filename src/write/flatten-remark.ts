import type { Embed } from "../note/note";
import type { EmbedProblem } from "../vault/embed";

const reasons: Readonly<Record<EmbedProblem["kind"], string>> = {
  "missing-note": "it does not exist",
  "missing-section": "the note has no such part",
  "outside-vault": "it lies outside the vault",
  unreadable: "it could not be read",
  empty: "there is nothing in it",
  cycle: "it embeds itself",
  "too-deep": "too many embeds inside one another",
  "too-large": "too much text",
  unfit: "there is no room for it here",
};

/** What stands in a paragraph of its own for an embed that cannot be shown; `named` says which one and why. */
export function remarkBlock(embed: Embed, problem: EmbedProblem, named: boolean): string {
  return `> [!warning] Not included${named ? naming(embed, problem) : ""}`;
}

/** What stands among other words for an embed that cannot be shown. */
export function remarkWords(embed: Embed, problem: EmbedProblem, named: boolean): string {
  return `(not included${named ? naming(embed, problem) : ""})`;
}

function naming({ target }: Embed, { kind }: EmbedProblem): string {
  return `: ${code(target)} – ${reasons[kind]}`;
}

function code(text: string): string {
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}
