import { counting } from "../../../base";

const counted = counting("en");

export const exportingTexts = () => ({
  title: "Export this note",
  format: "Format",
  markOrigin: "Say where embedded text comes from",
  external: "External version",
  externalHint: "Only what may leave the company, by the settings",
  preview: "Preview",
  export: "Export",
  copy: "Copy",
  unreadable: "The note cannot be read.",
  removed: (count: number) => `${counted(count)} left out or replaced`,
  kinds: {
    section: "section",
    property: "property",
    comment: "comment",
    attachment: "attachment",
    link: "link",
    person: "person",
    ticket: "ticket",
    address: "address",
    word: "word",
  },
  leftOut: (kind: string, what: string) => `${kind} “${what}” left out`,
  replaced: (kind: string, what: string, instead: string) => `${kind} “${what}” became “${instead}”`,
  under: (removed: string, heading: string) => `${removed} in ${heading}`,
  writes: (path: string) => `Writes ${path}.`,
  writesWith: (path: string, attachments: number) =>
    `Writes ${path} and ${counted(attachments, { one: "# attachment", other: "# attachments" })}.`,
  notIncluded: (problems: string) => `Not included: ${problems}.`,
  copied: "Copied.",
  edited: {
    title: "The copy was edited by hand",
    explained: (path: string) =>
      `${path} was left as it is. Lines with a minus stand only in it, lines with a plus only in the note as it would be exported now. Take over what is needed, and delete or move the copy to export again.`,
    difference: "Difference",
    none: "Nothing but the line that says where it comes from.",
  },
});
