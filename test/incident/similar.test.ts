import { expect, it } from "vitest";
import { IncidentSearch } from "../../src/incident";
import { parseNote } from "../../src/note";
import { defaultSettings } from "../../src/settings";
import { createLibrary } from "../../src/vault";

it("takes the incident that tells the same before one that names the same machine", () => {
  const search = new IncidentSearch();
  const { memory } = createLibrary();
  const texts = {
    "Own.md": "The certificate expired, renewal was silent and the chain untrusted in us-east-1.",
    "Told.md": "A certificate expired, renewal stayed silent, its chain was untrusted.",
    "Named.md": "A certificate expired, renewal was loud, its chain fine in us-east-1.",
    "Other.md": "Most of us were in the east.",
    "Another.md": "East of us it was raining.",
  };
  for (const [path, text] of Object.entries(texts)) search.add(parseNote(text, path), defaultSettings, memory);
  const found = search.alike("Own.md", 2);
  expect(found.map(({ path }) => path)).toEqual(["Told.md", "Named.md"]);
  expect(found[1]?.reasons).toContain("identifier: us-east-1");
});

it("takes the incident of the service that is asked for before one that only speaks of it", () => {
  const search = new IncidentSearch();
  const { memory } = createLibrary();
  const texts = {
    "Spoken.md": "# Login is slow\n\nThe login was slow, and login after login failed.",
    "Of.md": "---\nservices: [login]\n---\n\nThe pages were slow, and request after request failed.",
    "Other.md": "The queue was long.",
  };
  for (const [path, text] of Object.entries(texts)) search.add(parseNote(text, path), defaultSettings, memory);
  const found = search.find("login", 3);
  expect(found.map(({ path }) => path)).toEqual(["Of.md", "Spoken.md"]);
  expect(found[0]?.reasons).toContain("service: login");
});
