// @vitest-environment jsdom
import mermaid from "mermaid";
import { describe, expect, it } from "vitest";
import { readIncident } from "../../src/incident";
import { readSettings } from "../../src/settings";
import { createLibrary } from "../../src/vault";
import { timelineChart } from "../../src/write/edit";

const path = "Incident-2024-04-11-API.md";

/** What Mermaid's grammars give a meaning to where a line, a label or a date may stand. */
const words = [
  ..."gantt title section dateFormat axisFormat tickInterval inclusiveEndDates topAxis excludes includes".split(" "),
  ..."todayMarker weekday weekend click call href callback after until vert milestone crit done active".split(" "),
  ..."accTitle accDescr graph subgraph end style class classDef linkStyle direction default state note".split(" "),
  ..."2024-04-11 06:12 1d 0m monday friday --- {init} % : ; , # <br> [[x]] (x) {x} \"x\" 'x'".split(" "),
];

/** The chart of a note with such a title and such events. */
function chartOf(title: string, events: readonly string[]): string {
  const library = createLibrary();
  const lines = events.map((text, minute) => `- 06:${String(10 + (minute % 50))} ${text}\n`).join("");
  library.update(
    path,
    `---\ntitle: ${title}\n---\n\n# A\n\n## Timeline\n\n- 06:00 OUTAGE BEGINS\n${lines}- 06:59 INCIDENT ENDS\n`,
  );
  const note = library.note(path);
  const chart = note === null ? null : timelineChart(readIncident(note, library, readSettings({}).settings));
  if (chart === null) throw new Error("no chart");
  return chart;
}

describe("a chart of a timeline", () => {
  it("is drawn by Mermaid with each event, whatever words of its grammar they are made of", async () => {
    // jsdom lays nothing out; Mermaid asks how wide each label is.
    Object.assign(SVGElement.prototype, { getBBox: () => ({ x: 0, y: 0, width: 100, height: 10 }) });
    const events = words.flatMap((word) => [`${word} the pager`, `${word.toUpperCase()}: rang`, `It rang ${word}`]);
    const chart = chartOf("Call the pager", events);
    const { svg } = await mermaid.render("chart", chart.replace(/^```mermaid\n|\n```$/g, ""));
    const page = new DOMParser().parseFromString(svg, "text/html");
    const texts = (selector: string): readonly string[] =>
      [...page.querySelectorAll(selector)].map(({ textContent }) => textContent.trim());
    expect(texts(".titleText")).toEqual(["Call the pager (UTC)"]);
    expect(texts(".sectionTitle")).toEqual(["Metrics", "Events"]);
    expect(texts("[class*=taskText]")).toEqual(
      chart.split("\n").flatMap((line) => / {4}(.+) : (?:milestone, )?\d{4}-/.exec(line)?.[1] ?? []),
    );
  });
});
