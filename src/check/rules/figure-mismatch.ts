import type { StatedFigure } from "../../incident";
import { figuresAgree } from "../../incident";
import * as z from "../../schema";
import type { Note } from "../../note";
import { eitherWay } from "../findings/choices";
import { atPlace, wordsAt } from "../findings/places";
import { defineRule } from "../rule";
import { isSection } from "../../settings";

export const figureMismatch = defineRule({
  id: "figure-mismatch",
  severity: "warning",
  why: "The summary and the impact section count the same requests, customers and money. Numbers that are corrected in one place only make the reader doubt all of them. A figure marked as approximate may differ by its rounding.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    {
      note: "## What Happened\n\nApproximately 2,300 requests failed across 180 customers, with an estimated $4,200 in lost transactions.\n\n## Impact\n\n- ~2,300 failed requests, 180 unique customers\n- ~$4,200 in failed transactions",
      expect: [],
    },
    {
      note: "## What Happened\n\n305 teams saw errors.\n\n## Impact\n\n- 305 teams affected, 90 teams still affected the next day",
      expect: [],
    },
    {
      note: "## What Happened\n\nApproximately 2,300 requests failed across 180 customers.\n\n## Impact\n\n- ~3,200 failed requests\n- 180 unique customers",
      expect: ["3:15-3:20 `2,300` requests here, `3,200` under Impact"],
      offers: ["Write `3,200` instead of `2,300` here", "Write `2,300` instead of `3,200` under Impact"],
    },
    {
      note: "---\ncustomers_affected: 108\n---\n\n## Impact\n\n- **Customers affected:** 180",
      expect: ["2:21-2:24 `108` customers here, `180` under Impact"],
    },
  ],
  *check({ note, incident, library }) {
    const inImpact = byUnit(
      incident.facts.figures.filter(({ section }) => section !== "properties" && isSection(section, "impact")),
    );
    const before = incident.sections[0]?.span.start ?? 0;
    const inSummary = byUnit(incident.facts.figures.filter((figure) => isSummary(figure, note, before)));
    for (const [unit, here] of inSummary) {
      const there = inImpact.get(unit);
      // With several numbers of one thing, which ones belong together is anyone's guess.
      if (there === undefined || distinct(here) > 1 || distinct(there) > 1) continue;
      const [mine, other] = [here[0], there[0]];
      if (mine === undefined || other === undefined || figuresAgree(mine, other)) continue;
      yield {
        ...atPlace(mine.place),
        message: `\`${wordsAt(library, mine.place)}\`${nameOf(mine)} here, \`${wordsAt(library, other.place)}\` under Impact`,
        help: "make the two agree, or say what each one counts",
        choices: eitherWay(library, mine.place, other.place),
        related: [{ ...other.place, message: "stated here" }],
      };
    }
  },
});

function isSummary({ section, place }: StatedFigure, note: Note, before: number): boolean {
  return (
    section === "properties" ||
    isSection(section, "what-happened") ||
    (section === null && place.path === note.path && place.span.start < before)
  );
}

function byUnit(figures: readonly StatedFigure[]): ReadonlyMap<string, readonly StatedFigure[]> {
  const groups = new Map<string, StatedFigure[]>();
  for (const figure of figures) {
    const key = `${figure.unit} ${figure.qualifier}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [figure]);
    else group.push(figure);
  }
  return groups;
}

function distinct(figures: readonly StatedFigure[]): number {
  return new Set(figures.map(({ value }) => value)).size;
}

const currencies: ReadonlySet<string> = new Set(["usd", "eur", "gbp", "jpy"]);

/** ` requests`; nothing for money and shares, whose sign says it. */
function nameOf({ unit }: StatedFigure): string {
  if (currencies.has(unit) || unit.startsWith("%")) return "";
  return ` ${unit.endsWith("y") ? `${unit.slice(0, -1)}ie` : unit}s`;
}
