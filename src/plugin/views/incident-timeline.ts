import { setIcon, setTooltip } from "obsidian";
import type { Incident, TimelineEvent } from "../../incident";
import { shortMinutes } from "../../time";
import { incidentZone, timelinePicture, timelineRows } from "../../write";
import { deviceZone } from "../state/clock";
import { texts } from "../texts";
import { drawPicture } from "../ui/draw";
import { addGoButton, reveal } from "../ui/reveal";
import { addToggleButton, addToggleGroup, setPressed } from "../ui/toggle-button";
import type { Host } from "../host";

/** How a timeline is shown. */
export interface TimelineLook {
  /** Name of the zone to tell times in; null for the incident's own. */
  readonly zone: string | null;
  /** Whether the list of events below the picture is unfolded. */
  readonly listed: boolean;
  /** Whether each event has its text, however many there are. */
  readonly all: boolean;
}

/** Width of the picture where nothing is laid out yet, in pixels. */
const usualWidth = 300;

/** How many events are shown at first: a timeline of hundreds would be slow to draw with each change of the note. */
const mostTexts = 80;

/**
 * Draws the timeline, as wide as `parent`: a switch for the zone, the picture, and the same as a list whose entries
 * lead to their places.
 */
export function drawTimeline(
  parent: HTMLElement,
  host: Host,
  incident: Incident,
  {
    change,
    edit,
    look,
  }: {
    readonly look: TimelineLook;
    readonly change: (look: Partial<TimelineLook>) => void;
    /** Changes an event; absent where nothing is changed. */
    readonly edit?: (event: TimelineEvent) => void;
  },
): void {
  const {
    incident: { timeline: said },
    pictures,
    words,
  } = texts();
  const zone = look.zone ?? incidentZone(incident);
  const { axis, gaps, rows, unplaced } = timelineRows(incident, zone);
  const picture = timelinePicture(incident, {
    width: parent.clientWidth > 0 ? parent.clientWidth : usualWidth,
    zone,
    mostTexts: look.all ? Infinity : mostTexts,
    words: pictures,
  });
  if (picture === null) return;
  if (axis.kind === "calendar")
    drawZones(parent, incident, look.zone, (chosen) => {
      change({ zone: chosen });
    });

  const drawn = drawPicture(parent.createDiv({ cls: "postmortem-picture" }), picture);
  // For the mouse; the list below offers the same to the keyboard.
  for (const row of drawn.querySelectorAll("[data-row]")) {
    const place = rows[Number(row.getAttribute("data-row"))]?.place;
    if (place !== undefined) row.addEventListener("click", () => void reveal(host, place));
  }
  if (rows.length > mostTexts && !look.all) {
    const more = parent.createEl("button", {
      text: said.showAll(rows.length),
      attr: { "data-key": "all events" },
    });
    more.addEventListener("click", () => {
      change({ all: true });
    });
  }

  if (gaps.length > 0) {
    const silences = parent.createEl("ul", { cls: "postmortem-plain-list", attr: { "aria-label": said.silences } });
    for (const { minutes, next, to } of gaps) {
      const clock = rows.find(({ time }) => time === to)?.clock ?? "";
      addGoButton(silences.createEl("li"), host, next, {
        text: said.silence(shortMinutes(minutes), clock),
      });
    }
  }
  if (unplaced > 0)
    parent.createEl("p", {
      cls: "postmortem-hint",
      text: said.unplaced(unplaced),
    });

  const details = parent.createEl("details", { cls: "postmortem-events" });
  details.open = look.listed;
  details.createEl("summary", { text: said.asList, attr: { "data-key": "events" } });
  details.addEventListener("toggle", () => {
    if (details.open !== look.listed) change({ listed: details.open });
  });
  if (!look.listed) return;
  const list = details.createEl("ol");
  const events = new Map(
    incident.timeline.events.map((event) => [`${event.place.path}\n${event.place.span.start}`, event] as const),
  );
  for (const { clock, day, milestones, place, text } of rows) {
    const names = milestones.map(({ milestone }) => words.milestones[milestone.id]).join(", ");
    const item = list.createEl("li");
    const event = events.get(`${place.path}\n${place.span.start}`);
    addGoButton(item, host, place, {
      text: [day ?? "", clock, names === "" ? "" : `(${names})`, text].filter((part) => part !== "").join(" "),
    });
    if (edit !== undefined && event !== undefined) {
      const attr = {
        "aria-label": said.changeThis(`${clock} ${text}`),
        "data-key": `change ${place.path} ${place.span.start}`,
      };
      const button = item.createEl("button", { cls: "clickable-icon postmortem-event-edit", attr });
      setIcon(button, "pencil");
      setTooltip(button, said.change);
      button.addEventListener("click", () => {
        edit(event);
      });
    }
  }
}

function drawZones(
  parent: HTMLElement,
  incident: Incident,
  chosen: string | null,
  choose: (zone: string | null) => void,
): void {
  const own = incidentZone(incident);
  const zones = [
    { zone: null, name: own },
    { zone: "UTC", name: "UTC" },
    { zone: deviceZone(), name: texts().incident.timeline.local(deviceZone()) },
  ];
  const distinct = zones.filter(
    ({ zone }, index) => index === 0 || (zone !== own && zones.findIndex((other) => other.zone === zone) === index),
  );
  if (distinct.length < 2) return;
  const group = addToggleGroup(parent, texts().words.timezone);
  for (const { name, zone } of distinct) {
    const button = addToggleButton(group, name);
    button.setAttr("data-key", `zone-${zone ?? ""}`);
    setPressed(button, zone === chosen);
    button.addEventListener("click", () => {
      choose(zone);
    });
  }
}
