import { capitalized, keysOf } from "../../base";
import { Modal, Setting } from "obsidian";
import type { ExportOptionName } from "../../settings";
import { exportOptions } from "../../settings";
import type { ExportChoices, Exported } from "../../write/export";
import { exportTargets, targetOf, withStyle } from "../../write/export";
import { addText, notify } from "../ui/notify";
import type { ExportOutcome } from "../operations/export-note";
import { copyPath, exportToVault, previewExport } from "../operations/export-note";
import type { Host } from "../host";

/** Most of the preview that is shown, in UTF-16 units: a field that holds more gets slow. */
const maxPreview = 50_000;

/** Asks what to make of a note, shows what comes of it, and writes or copies it on request only. */
export class ExportModal extends Modal {
  private choices: ExportChoices;
  private exported: Exported | null = null;
  private textEl: HTMLTextAreaElement | null = null;
  private pageEl: HTMLElement | null = null;
  private readonly optionEls = new Map<ExportOptionName, HTMLElement>();
  private statusEl: HTMLElement | null = null;
  private removedEl: HTMLElement | null = null;
  /** Counts previews, so that a slow one does not replace a later one. */
  private asked = 0;

  constructor(
    private readonly host: Host,
    private readonly note: string,
    choices: ExportChoices,
    private readonly onExported: (outcome: ExportOutcome) => void,
  ) {
    super(host.app);
    this.choices = choices;
  }

  override onOpen(): void {
    this.setTitle("Export this note");
    this.modalEl.addClass("postmortem-export");
    const form = this.contentEl.createEl("form", { attr: { novalidate: true } });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.submit();
    });
    const { choices } = this;
    const sides = form.createDiv({ cls: "postmortem-export-sides" });
    const options = sides.createDiv();
    this.addChoice(
      options,
      "Format",
      { words: Object.fromEntries(exportTargets.map(({ id, name }) => [id, name])), value: choices.target },
      (chosen) => {
        const target = exportTargets.find(({ id }) => id === chosen)?.id;
        if (target !== undefined) this.choose({ ...this.choices, target });
      },
    );
    for (const option of keysOf(exportOptions)) {
      const { name, values } = exportOptions[option];
      const row = this.addChoice(options, name, { words: values, value: choices[option] }, (value) => {
        this.choose(withStyle(this.choices, option, value));
      });
      this.optionEls.set(option, row);
    }
    new Setting(options).setName("Say where embedded text comes from").addToggle((toggle) => {
      toggle.toggleEl.setAttr("aria-label", "Say where embedded text comes from");
      toggle.setValue(choices.markOrigin).onChange((markOrigin) => {
        this.choose({ ...this.choices, markOrigin });
      });
    });
    new Setting(options)
      .setName("External version")
      .setDesc("Only what may leave the company, by the settings")
      .addToggle((toggle) => {
        toggle.toggleEl.setAttr("aria-label", "External version");
        toggle.setValue(choices.external).onChange((external) => {
          this.choose({ ...this.choices, external });
        });
      });

    const shown = sides.createDiv({ cls: "postmortem-export-shown" });
    this.textEl = shown.createEl("textarea", {
      cls: "postmortem-export-text",
      attr: { readonly: true, rows: "12", "aria-label": "Preview" },
    });
    this.pageEl = shown.createDiv({ cls: "postmortem-export-shown" });
    this.removedEl = shown.createEl("details");
    const footer = form.createDiv({ cls: "postmortem-footer" });
    this.statusEl = footer.createDiv({ cls: "postmortem-new-path", attr: { "aria-live": "polite" } });
    new Setting(footer)
      .addButton((button) => {
        button.setButtonText("Export").setCta().buttonEl.type = "submit";
      })
      .addButton((button) => {
        button.setButtonText("Copy").onClick(() => void this.copy()).buttonEl.type = "button";
      })
      .addButton((button) => {
        button.setButtonText("Cancel").onClick(() => {
          this.close();
        }).buttonEl.type = "button";
      });
    void this.preview();
  }

  override onClose(): void {
    this.asked++;
    this.contentEl.empty();
  }

  /** Offers values by the words for them. */
  private addChoice(
    form: HTMLElement,
    name: string,
    { words, value }: { readonly words: Readonly<Record<string, string>>; readonly value: string },
    onChosen: (value: string) => void,
  ): HTMLElement {
    return new Setting(form).setName(name).addDropdown((dropdown) => {
      dropdown.addOptions({ ...words });
      dropdown.selectEl.setAttr("aria-label", name);
      dropdown.setValue(value);
      dropdown.selectEl.addEventListener("change", () => {
        onChosen(dropdown.selectEl.value);
      });
    }).settingEl;
  }

  private choose(choices: ExportChoices): void {
    this.choices = choices;
    void this.preview();
  }

  private async preview(): Promise<void> {
    const asked = ++this.asked;
    const exported = await previewExport(this.host, this.note, this.choices);
    if (asked !== this.asked) return;
    this.exported = exported;
    this.showText(exported?.text ?? "");
    this.showRemoved(exported?.removed ?? []);
    this.statusEl?.empty();
    if (this.statusEl) addText(this.statusEl, exported ? this.statusOf(exported) : "The note cannot be read.");
  }

  private showText(text: string): void {
    const { heeds, preview } = targetOf(this.choices.target);
    for (const [option, row] of this.optionEls) row.toggle(heeds.includes(option));
    const isPage = preview === "page";
    this.textEl?.toggle(!isPage);
    if (this.textEl)
      this.textEl.value = isPage ? "" : text.length > maxPreview ? `${text.slice(0, maxPreview)}\n…` : text;
    this.pageEl?.empty();
    // Nothing runs in it and no link leads out of it: `sandbox` forbids scripts and new windows.
    if (isPage)
      this.pageEl?.createEl("iframe", {
        cls: "postmortem-export-page",
        attr: { title: "Preview", sandbox: "", srcdoc: text.replace(/<a href="(?!#)/g, '<a target="_blank" href="') },
      });
  }

  /** What the external version leaves out or replaces. */
  private showRemoved(removed: Exported["removed"]): void {
    const list = this.removedEl;
    list?.empty();
    list?.toggle(removed.length > 0);
    list?.createEl("summary", { text: `${removed.length} left out or replaced` });
    const items = list?.createEl("ul");
    for (const { kind, what, instead, where } of removed)
      items?.createEl("li", {
        text: `${kind} “${what}” ${instead === "" ? "left out" : `became “${instead}”`}${where === "" ? "" : ` in ${where}`}`,
      });
  }

  private statusOf({ attachments, problems, refusal }: Exported): string {
    if (refusal !== null) return `${capitalized(refusal)}.`;
    const files =
      attachments.length === 0 ? "" : ` and ${attachments.length} attachment${attachments.length === 1 ? "" : "s"}`;
    const missing = problems.length === 0 ? "" : ` Not included: ${problems.map(({ message }) => message).join("; ")}.`;
    return `Writes ${copyPath(this.host, this.note, this.choices)}${files}.${missing}`;
  }

  private async copy(): Promise<void> {
    if (!this.exported || this.exported.refusal !== null) return;
    try {
      await activeWindow.navigator.clipboard.writeText(this.exported.text);
      notify("Copied.");
    } catch {
      notify("The clipboard cannot be written to.");
    }
  }

  private async submit(): Promise<void> {
    const outcome = await exportToVault(this.host, this.note, this.choices);
    if (!outcome) return;
    this.close();
    this.onExported(outcome);
  }
}
