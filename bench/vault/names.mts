import { firstNames, lastNames, services, troubles } from "./words.mts";

/**
 * What the notes of a generated vault are called. Every tenth note is a postmortem; the `decade` of a note
 * is the number of tens before it, and what belongs together shares it.
 */
export type Kind = "postmortem" | "timeline" | "runbook" | "person" | "daily";

const people = firstNames.length * lastNames.length;
const firstDay = Date.UTC(2015, 0, 5);

/** Which kind of note stands at a place of the vault. */
export function kindAt(index: number): Kind {
  const decade = decadeOf(index);
  switch (index % 10) {
    case 0:
      return "postmortem";
    case 1:
      return hasTimelineNote(decade) ? "timeline" : "daily";
    case 2:
      return "runbook";
    case 3:
      return decade < people ? "person" : "daily";
    default:
      return "daily";
  }
}

export function decadeOf(index: number): number {
  return Math.floor(index / 10);
}

/** Whether the timeline of a decade's postmortem lives in a note of its own, and is embedded. */
export function hasTimelineNote(decade: number): boolean {
  return decade % 3 === 0;
}

/** The day of a decade's incident, `YYYY-MM-DD`. */
export function dayOf(decade: number): string {
  return new Date(firstDay + (decade % 3600) * 86_400_000).toISOString().slice(0, 10);
}

/** What went wrong, such as `API Outage`; together with the day it names one incident. */
export function incidentOf(decade: number): { readonly service: string; readonly title: string } {
  const service = services[decade % services.length] ?? services[0];
  return {
    service,
    title: `${service} ${troubles[Math.floor(decade / services.length) % troubles.length] ?? troubles[0]}`,
  };
}

/** The full name of the person of a decade; there are as many as the shorter of both suggests. */
export function personOf(decade: number): string {
  const number = decade % people;
  return `${firstNames[number % firstNames.length] ?? ""} ${lastNames[Math.floor(number / firstNames.length)] ?? ""}`;
}

/** The name of a note, without folder and `.md`; no two notes of a vault share one. */
export function nameAt(index: number): string {
  const decade = decadeOf(index);
  const { service, title } = incidentOf(decade);
  switch (kindAt(index)) {
    case "postmortem":
      return `Incident-${dayOf(decade)}-${title.replaceAll(" ", "-")}`;
    case "timeline":
      return `${title} Timeline ${dayOf(decade)}`;
    case "runbook":
      return `${service} Runbook ${decade}`;
    case "person":
      return personOf(decade);
    case "daily":
      return `Log ${dayOf(decade)} ${index}`;
  }
}

/** The path of a note; no folder gets more than some hundred of them. */
export function pathAt(index: number): string {
  const folder = {
    postmortem: "Incidents",
    timeline: "Timelines",
    runbook: "Runbooks",
    person: "People",
    daily: "Log",
  }[kindAt(index)];
  return `${folder}/${Math.floor(index / 1000)}/${nameAt(index)}.md`;
}
