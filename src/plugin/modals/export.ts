import { capitalized, keysOf } from "../../base";
import { Modal, Setting } from "obsidian";
import type { ExportOptionName } from "../../settings";
import { exportOptions } from "../../settings";
import type { ExportChoices, Exported } from "../../write/export";
import { exportTargets, targetOf, withStyle } from "../../write/export";
import { texts } from "../texts";
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
    const { exporting: said, settings, words } = texts();
    this.setTitle(said.title);
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
      said.format,
      { words: Object.fromEntries(exportTargets.map(({ id, name }) => [id, name])), value: choices.target },
      (chosen) => {
        const target = exportTargets.find(({ id }) => id === chosen)?.id;
        if (target !== undefined) this.choose({ ...this.choices, target });
      },
    );
    for (const option of keysOf(exportOptions)) {
      const { name, values = {} } = settings.words(["export", option]);
      const row = this.addChoice(options, name, { words: values, value: choices[option] }, (value) => {
        this.choose(withStyle(this.choices, option, value));
      });
      this.optionEls.set(option, row);
    }
    new Setting(options).setName(said.markOrigin).addToggle((toggle) => {
      toggle.toggleEl.setAttr("aria-label", said.markOrigin);
      toggle.setValue(choices.markOrigin).onChange((markOrigin) => {
        this.choose({ ...this.choices, markOrigin });
      });
    });
    new Setting(options)
      .setName(said.external)
      .setDesc(said.externalHint)
      .addToggle((toggle) => {
        toggle.toggleEl.setAttr("aria-label", said.external);
        toggle.setValue(choices.external).onChange((external) => {
          this.choose({ ...this.choices, external });
        });
      });

    const shown = sides.createDiv({ cls: "postmortem-export-shown" });
    this.textEl = shown.createEl("textarea", {
      cls: "postmortem-export-text",
      attr: { readonly: true, rows: "12", "aria-label": said.preview },
    });
    this.pageEl = shown.createDiv({ cls: "postmortem-export-shown" });
    this.removedEl = shown.createEl("details");
    const footer = form.createDiv({ cls: "postmortem-footer" });
    this.statusEl = footer.createDiv({ cls: "postmortem-new-path", attr: { "aria-live": "polite" } });
    new Setting(footer)
      .addButton((button) => {
        button.setButtonText(said.export).setCta().buttonEl.type = "submit";
      })
      .addButton((button) => {
        button.setButtonText(said.copy).onClick(() => void this.copy()).buttonEl.type = "button";
      })
      .addButton((button) => {
        button.setButtonText(words.cancel).onClick(() => {
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
    if (this.statusEl) addText(this.statusEl, exported ? this.statusOf(exported) : texts().exporting.unreadable);
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
        attr: {
          title: texts().exporting.preview,
          sandbox: "",
          srcdoc: text.replace(/<a href="(?!#)/g, '<a target="_blank" href="'),
        },
      });
  }

  /** What the external version leaves out or replaces. */
  private showRemoved(removed: Exported["removed"]): void {
    const list = this.removedEl;
    list?.empty();
    list?.toggle(removed.length > 0);
    const said = texts().exporting;
    list?.createEl("summary", { text: said.removed(removed.length) });
    const items = list?.createEl("ul");
    for (const { kind, what, instead, where } of removed) {
      const named = said.kinds[kind];
      const text = instead === "" ? said.leftOut(named, what) : said.replaced(named, what, instead);
      items?.createEl("li", { text: where === "" ? text : said.under(text, where) });
    }
  }

  private statusOf({ attachments, problems, refusal }: Exported): string {
    if (refusal !== null) return `${capitalized(refusal)}.`;
    const said = texts().exporting;
    const path = copyPath(this.host, this.note, this.choices);
    const writes = attachments.length === 0 ? said.writes(path) : said.writesWith(path, attachments.length);
    const missing = problems.map(({ message }) => message).join("; ");
    return missing === "" ? writes : `${writes} ${said.notIncluded(missing)}`;
  }

  private async copy(): Promise<void> {
    if (!this.exported || this.exported.refusal !== null) return;
    try {
      await activeWindow.navigator.clipboard.writeText(this.exported.text);
      notify(texts().exporting.copied);
    } catch {
      notify(texts().changes.clipboard);
    }
  }

  private async submit(): Promise<void> {
    const outcome = await exportToVault(this.host, this.note, this.choices);
    if (!outcome) return;
    this.close();
    this.onExported(outcome);
  }
}
