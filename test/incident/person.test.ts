import { describe, expect, it } from "vitest";
import { personIn } from "../../src/incident";
import { readSettings } from "../../src/settings";
import { libraryOf } from "../vault/library-of";

const library = libraryOf({
  "Incident.md": "# Incident\n",
  "people/Ada.md": "# Ada\n",
  "people.md": "# People\n",
  "peoples/Zoe.md": "# Zoe\n",
  "Ben.md": "---\ntype: Person\n---\n",
  "Cy.md": "---\ntags: [person]\n---\n",
  "Di.md": "---\ntags: [a, people/night]\n---\n",
  "Place.md": "---\ntype: place\ntags: [places]\n---\n",
  "Queue.md": "# Queue\n",
  "Other.md": "---\ntags: [postmortem]\n---\n",
  "photo.png": "",
});

/** Which of these a link from the incident takes for a person's, for something else, or does not know. */
function told(peopleFolder: string): Readonly<Record<string, boolean | null>> {
  const isPerson = personIn(library, readSettings({ peopleFolder }).settings, "Incident.md");
  const names = ["Ada", "Ben", "Cy", "Di", "Place", "Queue", "Other", "photo.png", "Zoe", "people", "Nobody", "Ben#x"];
  return Object.fromEntries(names.map((name) => [name, isPerson(name)]));
}

const marked = { Ben: true, Cy: true, Di: true, "Ben#x": true, Other: false, "photo.png": false, Nobody: null };

describe("a link names a person", () => {
  it("by what its note says of itself", () => {
    expect(told("")).toEqual({ ...marked, Ada: null, Place: null, Queue: null, Zoe: null, people: null });
  });

  it("by the folder that it stands in, and what stands outside of that is nobody", () => {
    const expected = { ...marked, Ada: true, Place: false, Queue: false, Zoe: false, people: false };
    expect(told("people")).toEqual(expected);
    expect(told("/people/")).toEqual(expected);
  });
});
