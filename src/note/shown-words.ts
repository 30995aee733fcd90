/** Tags that an export writes within lines, and those that notes use there. */
const tags = /<\/?(?:a|b|br|code|del|em|i|img|ins|kbd|mark|s|small|strong|sub|sup|u)(?:\s[^<>]*)?\/?>/gi;

/**
 * One line of Markdown as the words that a reader sees: links by what they show, without marks, tags, images, footnotes
 * and comments.
 */
export function shownWords(markdown: string): string {
  return markdown
    .replace(/%%[^%]*%%/g, " ")
    .replace(/\[\^[^\][\s]+\]/g, "")
    .replace(/!?\[\[(?:[^\]|[]*\|)?([^\][]*)\]\]/g, "$1")
    .replace(/\[([^\][]*)\]\([^()]*\)/g, "$1")
    .replace(tags, "")
    .replace(/\*\*|__|~~|==|`/g, "")
    .replace(/(^|[\s(])[*_](?=\S)/g, "$1")
    .replace(/(\S)[*_](?=$|[\s).,;:!?])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}
