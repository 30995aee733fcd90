import * as Char from "../char-codes";
import { isBlank } from "../../base";
import type { YamlNode } from "./node";
import { isFlowIndicator, plainValue } from "./plain";
import { scalar, type Cursor } from "./cursor";

/** What may stand before a value: `&anchor`, a name for it, and `!tag`, its type. */
export interface NodeProperties {
  readonly anchor: string | null;
  readonly tag: string | null;
}

const coreTags = "tag:yaml.org,2002:";

/** The anchor and the tag that the next value has, or null for none. */
export function readProperties(cursor: Cursor): NodeProperties | null {
  let anchor: string | null = null;
  let tag: string | null = null;
  for (;;) {
    const { at, code } = cursor;
    if ((code === Char.ampersand && anchor === null) || (code === Char.bang && tag === null)) {
      const word = readWord(cursor);
      if (code === Char.bang) tag = word;
      else anchor = cursor.text.slice(at + 1, cursor.at);
      if (anchor === "") cursor.fail("an anchor without a name", at, at + 1);
      if (/^!\w+!/.test(word)) cursor.fail(`tag \`${word}\` begins with a handle that nothing declares`, at, cursor.at);
      cursor.skipSpaces();
    } else break;
  }
  if (anchor !== null) cursor.anchors.open(anchor);
  return anchor === null && tag === null ? null : { anchor, tag };
}

/** The value with its tag respected, its anchor ready for aliases. */
export function withProperties(cursor: Cursor, properties: NodeProperties | null, node: YamlNode): YamlNode {
  if (properties === null) return node;
  const { anchor, tag } = properties;
  const isScalar = node.value === null || typeof node.value !== "object";
  const tagged = tag !== null && isScalar ? { ...node, value: taggedValue(tag, node.source) } : node;
  if (anchor !== null) cursor.anchors.close(anchor, cursor.failed ? null : tagged);
  return tagged;
}

/** Types that the core schema does not know leave the text as it is. */
function taggedValue(tag: string, source: string): YamlNode["value"] {
  const name = tag.startsWith(`!<${coreTags}`) ? `!!${tag.slice(2 + coreTags.length, -1)}` : tag;
  return /^!!(?:null|bool|int|float)$/.test(name) ? plainValue(source) : source;
}

/** `*name`: the value of that name, at the alias's own place. */
export function readAlias(cursor: Cursor): YamlNode {
  const start = cursor.at;
  const source = readWord(cursor);
  const end = cursor.at;
  const target = cursor.anchors.resolve(cursor.text.slice(start + 1, end));
  if (typeof target !== "string") return { ...target, span: { start, end } };
  cursor.report(target, start, end);
  return scalar(null, start, end, source);
}

/** To the next blank, or character with a meaning in lists and mappings on one line. */
function readWord(cursor: Cursor): string {
  const start = cursor.at;
  const isVerbatim = cursor.text.startsWith("!<", start);
  while (cursor.at < cursor.end && !isBlank(cursor.code) && (isVerbatim || !isFlowIndicator(cursor.code))) cursor.at++;
  return cursor.text.slice(start, cursor.at);
}
