import type { App as RealApp, BasesPropertyId, BasesViewRegistration } from "obsidian";
import {
  App,
  BasesEntry,
  BasesQueryResult,
  BasesViewConfig,
  QueryController,
  StringValue,
  TFile,
} from "obsidian-test-mocks/obsidian";
import { extend } from "./patch";

/** What a base shows. */
export interface ShownBase {
  readonly columns: readonly BasesPropertyId[];
  readonly paths: readonly string[];
}

/**
 * Shows notes in a plugin's view of bases, at the top of the tab in front, as the core plugin does with what a `.base`
 * file selects.
 */
export function showBase(app: RealApp, { factory }: BasesViewRegistration, { columns, paths }: ShownBase): void {
  extend(StringValue.prototype, {
    renderTo(this: StringValue, el: HTMLElement): void {
      el.setText(this.toString());
    },
  });
  const containerEl = app.workspace.getMostRecentLeaf()?.view.containerEl ?? activeDocument.body;
  const shownEl = containerEl.createDiv({ prepend: true });
  const view = factory(
    QueryController.create2__(App.fromOriginalType__(app), null, containerEl).asOriginalType2__(),
    shownEl,
  );
  const config = BasesViewConfig.create__("", "", "");
  config.setOrder__([...columns]);
  const result = BasesQueryResult.create__(App.fromOriginalType__(app), config, [], []);
  result.setData__(
    paths.flatMap((path) => {
      const file = app.vault.getFileByPath(path);
      if (file === null) return [];
      const entry = BasesEntry.create__(null, TFile.fromOriginalType2__(file));
      const properties: Readonly<Record<string, unknown>> = app.metadataCache.getFileCache(file)?.frontmatter ?? {};
      for (const column of columns) {
        const value = properties[column.slice(column.indexOf(".") + 1)];
        if (value != null) entry.setValue__(column, StringValue.create__(textOf(value)).asOriginalType4__());
      }
      return [entry];
    }),
  );
  view.config = config.asOriginalType__();
  view.data = result.asOriginalType__();
  view.load();
  view.onDataUpdated();
}

function textOf(value: unknown): string {
  return [value]
    .flat()
    .flatMap((each) => (typeof each === "string" ? [each] : []))
    .join(", ");
}
