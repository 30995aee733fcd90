/** Plain words that YAML, in one version or another, reads as something else than text. */
const notText =
  /^(?:~|null|true|false|yes|no|on|off|y|n|[-+]?(?:\.inf|[\d._,]+(?:e[-+]?\d+)?)|\.nan|0[xob][\da-f]+|[-+]?\d+(?::\d+)+)$/i;
const startsLikeSyntax = /^[-?:,[\]{}#&*!|>'"%@`=<]/;
const controlCharacter = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/u;

/**
 * A text as a YAML scalar that reads back as the very same string: plain where that is safe, else in
 * double quotes. `flow` is for a place within `[…]` or `{…}`. A clock time and a date may stay plain.
 */
export function yamlScalar(value: string, flow = false): string {
  const plain =
    value !== "" &&
    value === value.trim() &&
    !notText.test(value) &&
    !startsLikeSyntax.test(value) &&
    !controlCharacter.test(value) &&
    !/:(?:\s|$)|\s#/.test(value) &&
    !(flow && /[,[\]{}]/.test(value));
  return plain ? value : `"${escapeDoubleQuoted(value)}"`;
}

/** A text as it stands between double quotes in YAML. */
export function escapeDoubleQuoted(value: string): string {
  return value
    .replace(/["\\]/g, "\\$&")
    .replace(/\n/g, "\\n")
    .replace(/\r/g, "\\r")
    .replace(/\t/g, "\\t")
    .replace(
      /[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/gu,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
}
