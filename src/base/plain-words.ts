/**
 * A text for comparison: lower case, with single spaces for everything that is neither letter nor digit; `&` reads as
 * "and".
 */
export function plainWords(text: string): string {
  if (plainAlready.test(text)) return text;
  const ascii = onlyAscii.test(text);
  return (ascii ? text : text.normalize("NFKC"))
    .toLowerCase()
    .replaceAll("&", " and ")
    .replace(ascii ? /[^a-z0-9]+/g : /[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const plainAlready = /^[a-z0-9]+(?: [a-z0-9]+)*$/;
const onlyAscii = /^[ -~]*$/;

/** The text with a capital as its first letter, as a sentence or a name on its own begins. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
