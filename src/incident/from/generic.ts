import { plainWords, isKeyed } from "../../base";
import { at, listAt, someOf, textAt } from "./json";
import type { Mapping } from "./known";
import { readMoment } from "./moment";
import type { Drafted, RecordFormat, RecordList } from "./records";

/** Keys by which programs call what an event says, the most telling first; written in any case, with any signs. */
const keys = {
  time: [
    "occurred at",
    "occurredat",
    "timestamp",
    "event time",
    "eventtime",
    "time",
    "datetime",
    "date time",
    "created at",
    "createdat",
    "started at",
    "startedat",
    "date",
    "ts",
    "when",
    "at",
  ],
  text: [
    "text",
    "message",
    "summary",
    "description",
    "content",
    "event",
    "note",
    "body",
    "title",
    "what",
    "details",
    "msg",
  ],
  person: ["actor", "author", "user", "creator", "owner", "who", "person", "username", "created by", "createdby", "by"],
  url: ["html url", "htmlurl", "permalink", "url", "link"],
  id: ["id", "uuid", "key", "event id", "eventid"],
} as const;

/** Names of the person where a record has one as an object. */
const names = [
  "display_name",
  "displayName",
  "real_name",
  "full_name",
  "name",
  "login",
  "username",
  "summary",
  "email",
];

/** What a record's own keys call by one of these names. */
function valueNamed(record: unknown, wanted: readonly string[], fits: (value: unknown) => boolean): unknown {
  if (!isKeyed(record)) return undefined;
  const written = new Map(Object.keys(record).map((key) => [plainWords(key), key]));
  for (const name of wanted) {
    const key = written.get(name);
    const value = key === undefined ? undefined : record[key];
    if (fits(value)) return value;
  }
  return undefined;
}

const isTime = (value: unknown): boolean => readMoment(value) !== null;
const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";

function personOf(value: unknown): string | null {
  if (isText(value)) return value;
  return textAt(value, ...names);
}

/** An event of a record, by the keys that programs commonly use. */
function eventOf(record: unknown): Drafted {
  const time = valueNamed(record, keys.time, isTime);
  const text = valueNamed(record, keys.text, isText);
  if (time === undefined) return { skip: "it has no time that can be read" };
  if (!isText(text)) return { skip: "it says nothing" };
  const url = valueNamed(record, keys.url, isText);
  const id = valueNamed(record, keys.id, (value) => isText(value) || typeof value === "number");
  return {
    time,
    text,
    actor: personOf(valueNamed(record, keys.person, (value) => personOf(value) !== null)),
    url: isText(url) ? url : null,
    id: isText(id) || typeof id === "number" ? String(id) : null,
    marked: true,
  };
}

/** How deep the list of events may stand in a document of unknown form. */
const deepest = 4;

/** The lists of records that tell a time and a text, the outermost ones; records within records are none. */
function eventLists(document: unknown): readonly RecordList[] {
  let level: readonly { readonly value: unknown; readonly path: string }[] = [{ value: document, path: "" }];
  for (let depth = 0; depth <= deepest; depth += 1) {
    const found = level.flatMap(({ value, path }): readonly RecordList[] => {
      const records = Array.isArray(value) ? listAt(value, "") : [];
      return someOf(records, (record) => !("skip" in eventOf(unwrapped(record)))) ? [{ path, records }] : [];
    });
    if (found.length > 0) return found;
    if (depth === 0 && isKeyed(document) && !("skip" in eventOf(document))) return [{ path: "", records: [document] }];
    level = level.flatMap(({ value, path }) =>
      isKeyed(value) ? Object.keys(value).map((key) => ({ value: at(value, key), path: `${path}/${key}` })) : [],
    );
    if (level.length > 1000) return [];
  }
  return [];
}

/** JSON:API and log shippers put what a record says one level down. */
function unwrapped(record: unknown): unknown {
  return at(record, "attributes") ?? at(record, "_source") ?? record;
}

/** JSON of a form that no tool's format fits: a list of records with a time and a text each. */
export const anyJson: RecordFormat = {
  tool: "json",
  name: "JSON events",
  lists: eventLists,
  event: (record) => eventOf(unwrapped(record)),
};

/** JSON whose keys the team has named in the settings. */
export function mappedJson(mapping: Mapping): RecordFormat {
  return {
    tool: mapping.name,
    name: mapping.name,
    lists: (document) => {
      const records = listAt(document, mapping.list);
      const fits = someOf(
        records,
        (record) => isTime(at(record, mapping.time)) && textAt(record, mapping.text) !== null,
      );
      return fits ? [{ path: mapping.list === "" ? "" : `/${mapping.list.replaceAll(".", "/")}`, records }] : [];
    },
    event: (record) => ({
      time: at(record, mapping.time),
      text: textAt(record, mapping.text),
      actor: mapping.person === "" ? null : personOf(at(record, mapping.person)),
      url: mapping.url === "" ? null : textAt(record, mapping.url),
      id: mapping.id === "" ? null : textAt(record, mapping.id),
      marked: true,
    }),
  };
}
