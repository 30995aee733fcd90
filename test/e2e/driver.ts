/**
 * What a scenario needs of the app, whichever app it is: the browser host here, or Obsidian itself.
 * Scenarios speak of what a person does and sees, never of either app's inner parts.
 */
export interface Driver {
  /** Runs one of the plugin's commands by its id, without the plugin's prefix. */
  runCommand(id: string): Promise<void>;
  /** Runs a command by typing its name into the palette. */
  runFromPalette(name: string): Promise<void>;
  /** Follows a link such as `obsidian://postmortem?title=…`, as a click on it elsewhere would. */
  openLink(link: string): Promise<void>;
  /** Opens a note in the editor. */
  open(path: string): Promise<void>;
  /** The saved text of a file; null when there is none. */
  read(path: string): Promise<string | null>;
  /** Writes a file behind the app's back, as sync does. */
  write(path: string, text: string): Promise<void>;
  /** Paths of all files. */
  files(): Promise<readonly string[]>;
  /** The text in the active editor. */
  editorText(): Promise<string>;
  /** Puts the cursor at a 0-based line and column of the active editor. */
  setCursor(line: number, column: number): Promise<void>;
  /** The 0-based line of the cursor. */
  cursorLine(): Promise<number>;
  /** Types text where the focus is. */
  type(text: string): Promise<void>;
  /** Presses keys, such as `Control+S`. */
  press(keys: string): Promise<void>;
  /** Saves the active note. */
  save(): Promise<void>;
  /** Clicks what has this role and accessible name. */
  click(role: Role, name: string | RegExp): Promise<void>;
  /** Fills the field with this label. */
  fill(label: string | RegExp, text: string): Promise<void>;
  /** Chooses what has these words in the list with this label. */
  choose(label: string, words: string): Promise<void>;
  /** The visible text of the first element that matches a CSS selector; empty when there is none. */
  visibleText(selector: string): Promise<string>;
  /** How many elements match a CSS selector. */
  count(selector: string): Promise<number>;
  /** Waits until the text stands somewhere in an element that matches the selector. */
  waitForText(selector: string, text: string | RegExp): Promise<void>;
}

export type Role =
  | "button"
  | "link"
  | "textbox"
  | "combobox"
  | "checkbox"
  | "switch"
  | "tab"
  | "option"
  | "menuitem"
  | "treeitem"
  | "row"
  | "dialog"
  | "heading"
  | "cell"
  | "listitem"
  | "group";
