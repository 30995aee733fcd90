import { AbstractInputSuggest, type App } from "obsidian";

export interface InputSuggestOptions {
  /** What can be suggested, asked for on every key. */
  readonly values: () => readonly string[];
  /** The input holds several values with commas between them; suggestions are for the last one. */
  readonly list?: boolean;
}

/** Suggests values below a text input for what is typed there, which need not be one of them. */
export class InputSuggest extends AbstractInputSuggest<string> {
  constructor(
    app: App,
    private readonly inputEl: HTMLInputElement,
    private readonly options: InputSuggestOptions,
  ) {
    super(app, inputEl);
  }

  override getSuggestions(input: string): string[] {
    const query = this.query(input).toLowerCase();
    // The app takes the first one with Tab or Enter: nothing is filled in that nobody began to type.
    if (query === "") return [];
    return this.options
      .values()
      .filter((value) => value !== "" && value.toLowerCase() !== query && value.toLowerCase().includes(query));
  }

  override renderSuggestion(value: string, el: HTMLElement): void {
    el.setText(value);
  }

  override selectSuggestion(value: string): void {
    const typed = this.inputEl.value;
    this.setValue(typed.slice(0, typed.length - this.query(typed).length) + value);
    this.inputEl.trigger("input");
    this.close();
  }

  private query(input: string): string {
    return this.options.list === true ? input.slice(input.lastIndexOf(",") + 1).trimStart() : input.trim();
  }
}
