import { Scanner, isLetterOrDigit } from "../base";

const longestName = 32;

/** Goes over an emoji by its name, `:tada:`, as chat and code hosts write them, and tells the name; empty for none. */
export function takeEmoji(scanner: Scanner): string {
  const start = scanner.at;
  if (scanner.sign(":") === "") return "";
  const name = scanner.over(isOfName, 1, longestName);
  if (name !== "" && scanner.sign(":") !== "") return name;
  scanner.at = start;
  return "";
}

function isOfName(char: string): boolean {
  return isLetterOrDigit(char.charCodeAt(0)) || "_+-".includes(char);
}
