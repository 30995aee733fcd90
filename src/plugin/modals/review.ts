import { ConfirmationModal, debounce, Setting, TextComponent } from "obsidian";
import { listIn, propertyOf, shownWords } from "../../note";
import type { Note } from "../../note";
import type { Place } from "../../base";
import { today } from "../../time";
import { noteName } from "../../vault";
import type { RefusedReview, Review } from "../../write/edit";
import { reviewNote, statusOfNote } from "../../write/edit";
import { texts } from "../texts";
import { addText } from "../ui/notify";
import type { Host } from "../host";
import { InputSuggest } from "../ui/input-suggest";
import { knownOwners } from "../operations/known-values";
import { takeCurrentText } from "../operations/live-check";
import { offerUndo } from "../operations/undo";
import { problemButton, worstFirst } from "../ui/problem-button";
import { reveal } from "../ui/reveal";

/** Milliseconds without a key press after which the note is checked for the reviewers typed so far. */
const typingPause = 300;

/** Shows what is still open before a postmortem gets another status, and writes on request only. */
export class ReviewModal extends ConfirmationModal {
  private reviewers: string;
  private despiteErrors = false;
  private summaryEl: HTMLElement | null = null;
  private listEl: HTMLElement | null = null;
  private despiteEl: HTMLElement | null = null;
  private messageEl: HTMLElement | null = null;

  constructor(
    private readonly host: Host,
    private note: Note,
    private readonly status: string,
    /** What the move is called, as in the palette: `Publish`. */
    private readonly name: string,
  ) {
    super(host.app);
    this.reviewers = listIn(propertyOf(note, "reviewer")?.value).join(", ");
    // Not the list, where Enter would leave; not the reviewers, whose suggestions would hide the rest.
    this.addButton((button) =>
      button
        .setButtonText(name)
        .setCta()
        .setInitialFocus()
        .onClick(() => this.submit()),
    ).addCancelButton();
  }

  override onOpen(): void {
    const { settings } = this.host;
    const isFirst = this.status === settings.current.statuses[0];
    this.setTitle(this.name);
    this.modalEl.addClass("postmortem-review");
    const form = this.contentEl.createEl("form", { attr: { novalidate: true } });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.submit().then((isOpen) => {
        if (!isOpen) this.close();
      });
    });
    form.createDiv({
      cls: "postmortem-review-note",
      text: `${noteName(this.note.path)}: ${statusOfNote(this.note, settings.current)} → ${this.status}`,
    });
    this.summaryEl = form.createDiv({ cls: "postmortem-review-summary", attr: { role: "status" } });
    this.listEl = form.createDiv({ cls: "postmortem-review-list" });
    if (!isFirst) this.addReviewers(form);
    this.despiteEl = form.createDiv();
    this.messageEl = form.createDiv({ cls: "postmortem-review-message", attr: { role: "alert" } });
    this.show(this.review());
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private addReviewers(form: HTMLElement): void {
    const said = texts().review;
    const row = new Setting(form).setName(said.reviewers).setDesc(said.reviewersHint);
    const { inputEl } = new TextComponent(row.controlEl).setValue(this.reviewers);
    inputEl.setAttr("aria-label", said.reviewers);
    new InputSuggest(this.app, inputEl, { values: () => knownOwners(this.host), list: true });
    const check = debounce(
      () => {
        this.show(this.review());
      },
      typingPause,
      true,
    );
    inputEl.addEventListener("input", () => {
      this.reviewers = inputEl.value;
      check();
    });
  }

  private review(): Review | RefusedReview {
    const { notes, settings } = this.host;
    return reviewNote(
      this.note,
      { to: this.status, reviewers: this.reviewers.split(",") },
      { library: notes.library, settings: settings.current, clock: this.host.clock() },
    );
  }

  private show(review: Review | RefusedReview): void {
    const { despiteEl, listEl, summaryEl } = this;
    const { problems: found, review: said, words } = texts();
    listEl?.empty();
    despiteEl?.empty();
    this.say(review.ok ? "" : said.impossible(review.message));
    if (!review.ok || listEl === null || despiteEl === null) return;
    const { openActions, problems, steps } = review;
    const day = today(this.host.clock());
    const errors = problems.filter(({ severity }) => severity === "error").length;
    const warnings = problems.length - errors;
    const open = [
      ...(errors === 0 ? [] : [found.counts.error(errors)]),
      ...(warnings === 0 ? [] : [found.counts.warning(warnings)]),
      ...(openActions.length === 0 ? [] : [said.openActions(openActions.length)]),
    ].join(", ");
    summaryEl?.setText(open === "" ? said.nothingOpen : said.stillOpen(open));

    const ahead = steps.filter(({ reached }) => !reached);
    const dues = ahead.map(({ due, status }) => (due < day ? said.lateStep(status, due) : said.step(status, due)));
    if (dues.length > 0) listEl.createDiv({ cls: "postmortem-review-note", text: said.due(dues.join(", ")) });
    if (problems.length > 0) {
      const list = listEl.createEl("ul", { attr: { "aria-label": words.problems } });
      for (const problem of worstFirst(problems, ({ severity }) => severity)) {
        problemButton(this.host, list.createEl("li"), this.note.path, problem).addEventListener("click", () => {
          this.go(problem);
        });
      }
    }
    if (openActions.length > 0) {
      listEl.createEl("h3", { text: said.actions });
      const list = listEl.createEl("ul", { attr: { "aria-label": said.actions } });
      for (const { text, textSpan } of openActions) {
        const button = list
          .createEl("li", { cls: "postmortem-problem" })
          .createEl("button", { cls: "postmortem-problem-go", text: shownWords(text), attr: { type: "button" } });
        button.addEventListener("click", () => {
          this.go({ path: this.note.path, span: textSpan });
        });
      }
    }
    this.despiteErrors &&= errors > 0;
    if (errors > 0) this.addDespite(despiteEl, errors);
  }

  private addDespite(parent: HTMLElement, errors: number): void {
    const label = parent.createEl("label", { cls: "mod-checkbox" });
    const box = label.createEl("input", { type: "checkbox" });
    box.checked = this.despiteErrors;
    label.appendText(texts().review.despite(this.name, errors));
    box.addEventListener("change", () => {
      this.despiteErrors = box.checked;
      this.say("");
    });
  }

  private say(message: string): void {
    if (this.messageEl === null) return;
    this.messageEl.empty();
    addText(this.messageEl, message);
  }

  private go(place: Place): void {
    this.close();
    void reveal(this.host, place);
  }

  /** Writes what was asked for; true while something keeps it from being done. */
  private async submit(): Promise<boolean> {
    const { host } = this;
    const { path, text } = this.note;
    const review = this.review();
    this.show(review);
    if (!review.ok) return true;
    const errors = review.problems.filter(({ severity }) => severity === "error").length;
    if (errors > 0 && !this.despiteErrors) {
      this.say(texts().review.errorsOpen(errors));
      this.despiteEl?.find("input").focus();
      return true;
    }
    const result = await host.vault.change(path, text, review.edits);
    await takeCurrentText(host, path);
    if (result.ok) {
      offerUndo(host, `${noteName(path)}: ${review.status}.`, new Map([[path, text]]));
      return false;
    }
    // Somebody may have mended, or broken, something: the person decides again on what is there now.
    this.note = host.notes.library.note(path) ?? this.note;
    this.show(this.review());
    this.say(texts().review.nowOpen(result.message));
    return true;
  }
}
