import type { Embed } from "../note";

/** Whether the address leads out of the vault, such as `https:` or `mailto:`. */
export function hasScheme(address: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(address);
}

/** The address with `%20` and the like decoded; as written where the encoding is broken. */
export function decodePercent(address: string): string {
  if (!address.includes("%")) return address;
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** What the app shows for a link without alias: `A > B` for `A#B`. */
export function displayOf(target: string): string {
  return target
    .split("#")
    .filter((part) => part !== "")
    .join(" > ");
}

/** A link's target in its two parts: the path, and the subpath from the first `#` on. */
export function splitTarget(target: string): { readonly linkpath: string; readonly subpath: string } {
  const hash = target.indexOf("#");
  return hash < 0
    ? { linkpath: target.trim(), subpath: "" }
    : { linkpath: target.slice(0, hash).trim(), subpath: target.slice(hash) };
}

/** Width and height that end an alias, such as `300x200` or `Diagram|300`; null when it ends otherwise. */
export function readSize(alias: string): Embed["size"] {
  const match = /^(\d{1,5})(?:x(\d{1,5}))?$/.exec(alias.slice(alias.lastIndexOf("|") + 1).trim());
  if (match === null) return null;
  return { width: Number(match[1]), height: match[2] === undefined ? null : Number(match[2]) };
}
