import { setIcon, setTooltip } from "obsidian";
import { capitalized } from "../../base";
import type { Diagnostic } from "../../check";
import type { Incident } from "../../incident";
import { milestoneIds } from "../../incident";
import type { FieldDeclaration } from "../../settings";
import { noteName } from "../../vault";
import { factText } from "../../write/edit";
import type { Host } from "../host";
import { ReviewModal } from "../modals/review";
import { changeFact } from "../operations/change-fact";
import { knownOwners, knownServices, knownZones } from "../operations/known-values";
import { texts } from "../texts";
import { InputSuggest } from "../ui/input-suggest";
import { drawTitle, drawTurn, drawTurns, whenOf } from "./incident-facts";
import { ProblemItem } from "./problem-item";

/** Properties that are always shown; others where something is wrong with them. */
const usual = ["severity", "status", "owner", "services"];

/** Types that are no line of text. */
const elsewhere: readonly FieldDeclaration["type"][] = ["tags", "checkbox"];

/**
 * The facts of an incident as fields: what is typed is written to the property on its own, and what is wrong with a
 * property stands at its field.
 */
export class FactFields {
  /** What is wrong with the properties, by the name of the property; under none where it has no field. */
  private readonly problems = new Map<string, Diagnostic[]>();

  constructor(
    private readonly host: Host,
    private readonly incident: Incident,
    /** Called where what is shown may be something else than what the note says. */
    private readonly redraw: () => void,
  ) {
    for (const problem of this.problemsOfProperties()) {
      const key = this.keyOf(problem);
      if (key === null) continue;
      const name = this.declared(key) === undefined ? "" : key;
      this.problems.set(name, [...(this.problems.get(name) ?? []), problem]);
    }
  }

  draw(parent: HTMLElement): void {
    this.drawTitle(parent.createDiv({ cls: "postmortem-incident-title", attr: { role: "heading", "aria-level": 2 } }));
    const others = this.problems.get("") ?? [];
    if (others.length > 0) this.drawProblems(parent, others).setAttr("aria-label", texts().incident.inProperties);
    const list = parent.createDiv({ cls: "postmortem-fields" });
    const isTurn = (name: string): boolean => milestoneIds.some((id) => id === name);
    const names = new Set([...usual, ...this.problems.keys()].filter((name) => !isTurn(name)));
    for (const name of names) {
      const field = this.declared(name);
      if (field !== undefined) this.drawField(list.createDiv({ cls: "postmortem-field" }), field);
    }
    this.drawTurns(parent);
  }

  private problemsOfProperties(): readonly Diagnostic[] {
    const { note } = this.incident;
    const { end } = note.frontmatter?.span ?? { end: 0 };
    const all = this.host.problems.of(note.path) ?? [];
    const isMissing = ({ message, rule }: Diagnostic): boolean =>
      rule === "invalid-frontmatter" && this.incident.fields.problems.some((problem) => problem.message === message);
    return all.filter((problem) => problem.path === note.path && (problem.span.end <= end || isMissing(problem)));
  }

  /** The property that a problem is about, which may be missing; empty for all, null for what is no property's. */
  private keyOf({ message, span }: Diagnostic): string | null {
    const { fields, note } = this.incident;
    const stated = fields.problems.find((problem) => problem.message === message && problem.span.start === span.start);
    const entry = note.frontmatter?.entries.find((each) => each.span.start <= span.start && span.end <= each.span.end);
    return stated?.key ?? entry?.key.toLowerCase() ?? null;
  }

  private declared(name: string): FieldDeclaration | undefined {
    const { fields } = this.host.settings.current;
    return fields.find((field) => field.name === name && !elsewhere.includes(field.type));
  }

  private drawTitle(parent: HTMLElement): void {
    const { host, incident } = this;
    drawTitle(parent, host, incident);
    const field = this.declared("title");
    if (field === undefined) return;
    const attr = { "aria-label": texts().incident.editTitle, "data-key": "edit title" };
    const edit = parent.createEl("button", { cls: "clickable-icon", attr });
    setIcon(edit, "pencil");
    setTooltip(edit, texts().incident.editTitle);
    edit.addEventListener("click", () => {
      parent.empty();
      const input = this.drawInput(parent, field, noteName(incident.note.path));
      input.addEventListener("blur", () => {
        this.redraw();
      });
      input.focus();
      input.select();
    });
  }

  private drawField(row: HTMLElement, field: FieldDeclaration): void {
    const name = labelOf(field);
    row.createSpan({ cls: "postmortem-field-name", text: name, attr: { "aria-hidden": "true" } });
    const choices = this.choicesOf(field);
    if (choices === null) this.drawInput(row, field, texts().words.notStated);
    else this.drawChoice(row, field, choices);
    this.drawProblemsOf(row, field.name);
  }

  /** One row for each turning point that has a property, whether it is known yet or not. */
  private drawTurns(parent: HTMLElement): void {
    const { host, incident } = this;
    const list = drawTurns(parent);
    for (const id of milestoneIds) {
      const field = this.declared(id);
      const milestone = incident.milestones.find((each) => each.id === id);
      if (field === undefined && milestone === undefined) continue;
      const row = list.createEl("li");
      const when = milestone === undefined ? "" : whenOf(incident, milestone);
      const clock = (cell: HTMLElement): void => {
        if (field === undefined) cell.createSpan({ cls: "postmortem-turn-clock", text: when });
        else
          this.drawInput(cell, field, when === "" ? texts().words.notStated : when).addClass("postmortem-turn-clock");
      };
      if (milestone !== undefined) drawTurn(row, host, incident, { milestone, clock });
      else {
        row.createSpan({ cls: "postmortem-turn postmortem-unstated", text: capitalized(texts().words.milestones[id]) });
        clock(row);
      }
      this.drawProblemsOf(row, id);
    }
  }

  private drawInput(parent: HTMLElement, field: FieldDeclaration, placeholder: string): HTMLInputElement {
    const shown = factText(this.incident, field);
    const input = parent.createEl("input", {
      cls: "postmortem-field-input",
      type: "text",
      value: shown,
      placeholder,
      attr: { "aria-label": labelOf(field), "data-key": `field ${field.name}` },
    });
    input.defaultValue = shown;
    const values = this.knownOf(field);
    if (values !== null) new InputSuggest(this.host.app, input, { values, list: field.type === "list" });
    input.addEventListener("keydown", (event) => {
      if (event.key === "Escape") input.value = shown;
      if (event.key === "Escape" || (event.key === "Enter" && !event.isComposing)) input.blur();
    });
    input.addEventListener("change", () => {
      const { value } = input;
      input.defaultValue = value;
      void this.write(field, shown, value);
    });
    return input;
  }

  private drawChoice(row: HTMLElement, field: FieldDeclaration, choices: readonly string[]): void {
    const { host, incident } = this;
    const { fields, note } = incident;
    const written = factText(incident, field);
    // The settings' own name for what the note may spell in another way.
    const known = field.type === "severity" ? fields.severity : field.type === "status" ? fields.status : null;
    const shown = known ?? written;
    const attr = { "aria-label": labelOf(field), "data-key": `field ${field.name}` };
    const select = row.createEl("select", { cls: "dropdown postmortem-field-input", attr });
    for (const value of new Set([...(shown === "" ? [""] : []), ...choices, shown]))
      select.createEl("option", { value, text: value === "" ? texts().words.notStated : value });
    select.value = shown;
    select.toggleClass("postmortem-unstated", shown === "");
    select.addEventListener("mousedown", () => {
      select.setAttr("data-open", true);
    });
    select.addEventListener("blur", () => {
      select.setAttr("data-open", null);
    });
    select.addEventListener("change", () => {
      select.setAttr("data-open", null);
      const { value } = select;
      if (field.type !== "status" || written === "") {
        void this.write(field, written, value);
        return;
      }
      // On the way to another status stands what is still open.
      select.value = shown;
      new ReviewModal(host, note, value, texts().incident.moveTo(value)).open();
    });
  }

  private async write(field: FieldDeclaration, shown: string, typed: string): Promise<void> {
    if (typed.trim() === shown) return;
    await changeFact(this.host, this.incident.note.path, field, { shown, typed });
    this.redraw();
  }

  private choicesOf({ type, values }: FieldDeclaration): readonly string[] | null {
    const { severities, statuses } = this.host.settings.current;
    if (type === "severity") return severities;
    if (type === "status") return statuses;
    return type === "enum" ? values : null;
  }

  private knownOf({ name, type }: FieldDeclaration): (() => readonly string[]) | null {
    if (name === "owner" || name === "reviewer") return () => knownOwners(this.host);
    if (name === "services") return () => knownServices(this.host);
    return type === "timezone" ? knownZones : null;
  }

  private drawProblemsOf(parent: HTMLElement, name: string): void {
    const problems = this.problems.get(name) ?? [];
    const field = parent.find(".postmortem-field-input");
    if (problems.length > 0)
      this.drawProblems(parent, problems, () => {
        field.focus();
      });
  }

  private drawProblems(
    parent: HTMLElement,
    problems: readonly Diagnostic[],
    go: (() => void) | null = null,
  ): HTMLElement {
    const list = parent.createEl("ul", { cls: "postmortem-items" });
    for (const problem of problems)
      new ProblemItem(this.host, this.incident.note.path, problem, problems).draw(list.createEl("li"), go);
    return list;
  }
}

/** Whether something is typed that is not written yet, or a list is open: it must not be drawn anew. */
export function isBeingFilledIn(parent: HTMLElement): boolean {
  const { activeElement } = parent.doc;
  if (activeElement === null || !parent.contains(activeElement)) return false;
  if (activeElement.instanceOf(HTMLInputElement) && activeElement.matches(".postmortem-field-input"))
    return activeElement.value !== activeElement.defaultValue;
  return activeElement.matches("select[data-open]");
}

/** What a property is called; one that a team has declared itself, by its name. */
function labelOf({ name }: FieldDeclaration): string {
  const { incident, words } = texts();
  const known: Partial<Readonly<Record<string, string>>> = {
    ...incident.fields,
    ...incident.metrics,
    ...words.milestones,
  };
  return capitalized(known[name] ?? name.replaceAll("-", " "));
}
