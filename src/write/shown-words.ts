/** One line of Markdown as the words that a reader sees: links by what they show, without marks and comments. */
export function shownWords(markdown: string): string {
  return markdown
    .replace(/%%[^%]*%%/g, " ")
    .replace(/!?\[\[(?:[^\]|[]*\|)?([^\][]*)\]\]/g, "$1")
    .replace(/\[([^\][]*)\]\([^()]*\)/g, "$1")
    .replace(/\*\*|__|~~|==|`/g, "")
    .replace(/(^|[\s(])[*_](?=\S)/g, "$1")
    .replace(/(\S)[*_](?=$|[\s).,;:!?])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}
