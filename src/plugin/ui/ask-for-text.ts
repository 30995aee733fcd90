import { Modal, Setting, TextComponent, type App } from "obsidian";
import { InputSuggest } from "./input-suggest";
import { texts } from "../texts";

/** One question with one line of text for an answer. */
export interface Question {
  readonly title: string;
  readonly label: string;
  /** What the button says. */
  readonly action: string;
  readonly description?: string;
  /** What stands in the field at first. */
  readonly value?: string;
  readonly type?: "text" | "date";
  readonly placeholder?: string;
  /** What is wrong with an answer, as a sentence; null for nothing. */
  readonly fault?: (answer: string) => string | null;
  /** Answers that are given often, by what their buttons say. */
  readonly choices?: readonly (readonly [name: string, answer: string])[];
  /** What is suggested. */
  readonly values?: () => readonly string[];
}

/** Asks for one line of text; null when the person leaves without an answer. */
export function askForText(app: App, question: Question): Promise<string | null> {
  return new Promise((resolve) => {
    new TextPrompt(app, question, resolve).open();
  });
}

class TextPrompt extends Modal {
  private answer: string | null = null;

  constructor(
    app: App,
    private readonly question: Question,
    private readonly onAnswer: (answer: string | null) => void,
  ) {
    super(app);
  }

  override onOpen(): void {
    const { action, choices = [], description, fault, label, placeholder, title, type, value, values } = this.question;
    this.setTitle(title);
    const form = this.contentEl.createEl("form", { cls: "postmortem-ask", attr: { novalidate: true } });
    const row = new Setting(form).setName(label).setDesc(description ?? "");
    const { inputEl } = new TextComponent(row.controlEl).setValue(value ?? "").setPlaceholder(placeholder ?? "");
    inputEl.type = type ?? "text";
    inputEl.setAttr("aria-label", label);
    if (values !== undefined) new InputSuggest(this.app, inputEl, { values });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const answer = inputEl.value.trim();
      const objection = answer === "" ? texts().changes.emptyAnswer : (fault?.(answer) ?? null);
      if (objection !== null) {
        row.setErrorMessage(objection);
        return;
      }
      this.answer = answer;
      this.close();
    });
    const buttons = new Setting(form);
    for (const [name, answer] of choices)
      buttons.addButton((button) => {
        button.setButtonText(name).onClick(() => {
          this.answer = answer;
          this.close();
        }).buttonEl.type = "button";
      });
    buttons.addButton((button) => {
      button.setButtonText(action).setCta().buttonEl.type = "submit";
    });
    inputEl.focus();
  }

  override onClose(): void {
    this.contentEl.empty();
    this.onAnswer(this.answer);
  }
}
