/** A text for comparison: lower case, with single spaces for everything that is neither letter nor digit; `&` reads as "and". */
export function plainWords(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("&", " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
