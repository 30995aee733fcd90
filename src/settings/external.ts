import { once } from "../base";
import { described, filled } from "./described";
import * as z from "../schema";

/** What an external version lets out of a postmortem, and what stands for the rest. */
export const externalVersion = once(() =>
  z.strictObject({
    sections: described(
      "Ids or headings of the sections that may leave the company, with what is below them.",
      z._default(z.array(filled()), ["what-happened", "timeline", "root-cause", "impact"]),
      { name: "Sections that go out", hint: "Headings or ids, one on each line, with what is below them" },
    ),
    properties: described(
      "Properties that may leave.",
      z._default(z.array(filled()), [
        "title",
        "date",
        "severity",
        "services",
        "started",
        "detected",
        "mitigated",
        "resolved",
        "timezone",
      ]),
      { name: "Properties that go out", hint: "One on each line" },
    ),
    roles: described("What stands for a person's name, by that name.", z._default(z.record(z.string(), filled()), {}), {
      name: "Roles of people",
      hint: "One on each line, such as “Ada Lovelace: the incident commander”",
    }),
    otherRole: described("What stands for everybody else, with a number behind it.", z._default(filled(), "Engineer"), {
      name: "Role of everybody else",
      hint: "Gets a number, the same one throughout a document",
      placeholder: "Engineer",
    }),
    removeWords: described(
      "Names of hosts, systems and customers that are blacked out; `*` stands for letters, digits, `.`, `-` and `_`.",
      z._default(z.array(filled()), []),
      {
        name: "Words that are blacked out",
        hint: "Hosts, systems, customers; one on each line. * stands for letters, digits, dots, hyphens and underscores",
      },
    ),
    publicHosts: described("Hosts that links may lead to, with those below them.", z._default(z.array(filled()), []), {
      name: "Public hosts",
      hint: "Links to them and to what is below them stay; one on each line, such as status.example.com",
    }),
    attachments: described("Images and files that may leave, by path or name.", z._default(z.array(filled()), []), {
      name: "Images and files that go out",
      hint: "Paths or names, one on each line",
    }),
  }),
);
