import {
  forceLinting,
  forEachDiagnostic,
  linter,
  type Action,
  type Diagnostic as EditorDiagnostic,
} from "@codemirror/lint";
import { StateEffect } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { capitalized } from "../../base";
import type { Diagnostic } from "../../check";
import { rules } from "../../check";
import type { Host } from "../host";
import { checkEditor } from "../operations/live-check";
import { fixEverything } from "../operations/fix";
import { ignoreProblem } from "../operations/ignore";
import { mendProblem, remediesOf, remedyName } from "../operations/remedy";
import { showRule } from "../modals/rule";
import { addText, sentence } from "../ui/notify";
import { texts } from "../texts";

/** Asks an editor to show its problems anew although its own text is the same. */
const refresh = StateEffect.define();

/** Underlines problems in the editor, on the text as it is typed, with their quick fixes. */
export function registerEditorLinter(host: Host): void {
  const { editors, notes, plugin, problems } = host;
  const linting = new WeakSet<EditorView>();

  const findProblems = async (view: EditorView): Promise<EditorDiagnostic[]> => {
    const { length } = view.state.doc;
    linting.add(view);
    try {
      const found = await checkEditor(host, view);
      if (found === null) return marked(view);
      const fixable = found.filter(({ fix }) => fix !== undefined).length;
      return found.map((problem) => toEditor(host, problem, length, fixable));
    } finally {
      linting.delete(view);
    }
  };

  plugin.registerEditorExtension([
    editors.extension,
    // `delay`, `markerFilter` and `hideOn` would clash with those of other linters.
    linter(findProblems, {
      needsRefresh: (update) =>
        update.transactions.some((transaction) => transaction.effects.some((effect) => effect.is(refresh))),
    }),
  ]);

  plugin.register(
    problems.changed.subscribe((postmortem) => {
      for (const view of editors.all()) {
        const path = editors.pathOf(view);
        if (path === null || linting.has(view)) continue;
        if (path === postmortem || notes.library.embedders(path).includes(postmortem)) lintAgain(view);
      }
    }),
  );
  // What changed while the pane was in reading view was not marked in its hidden editor.
  const hidden = new WeakSet<EditorView>();
  plugin.registerEvent(
    host.app.workspace.on("layout-change", () => {
      const shown = editors.all();
      for (const view of editors.panes()) {
        if (!shown.includes(view)) hidden.add(view);
        else if (hidden.delete(view)) lintAgain(view);
      }
    }),
  );
}

function lintAgain(view: EditorView): void {
  view.dispatch({ effects: refresh.of(null) });
  forceLinting(view);
}

/** What is underlined already. */
function marked(view: EditorView): EditorDiagnostic[] {
  const marks: EditorDiagnostic[] = [];
  forEachDiagnostic(view.state, (mark, from, to) => {
    marks.push({ ...mark, from, to });
  });
  return marks;
}

function toEditor(host: Host, problem: Diagnostic, length: number, fixable: number): EditorDiagnostic {
  const { fix, help, message, rule, severity, span } = problem;
  const actions = remediesOf(problem).map((remedy): Action => ({
    name: remedyName(remedy),
    apply: (view, from) => {
      view.focus();
      void mendProblem(host, problem, remedy, from);
    },
  }));
  if (fix !== undefined && fixable > 1)
    actions.push({
      name: texts().problems.fixAll,
      apply: (view) => {
        view.focus();
        void fixEverything(host, host.editors.pathOf(view));
      },
    });
  actions.push({ name: texts().checking.ignore, apply: () => void ignoreProblem(host, problem) });
  actions.push({
    name: texts().checking.showRule,
    apply: () => {
      showRule(host.app, rule);
    },
  });
  return {
    from: Math.min(span.start, length),
    to: Math.min(span.end, length),
    severity,
    message: sentence(help === undefined ? message : `${message}: ${help}`),
    renderMessage: () => problemMessage(problem),
    source: rule,
    markClass: `postmortem-mark postmortem-mark-${severity}`,
    actions,
  };
}

/** The most lines of an example that a tooltip shows. */
const longestExample = 8;

/** A problem as a tooltip tells it: what, what to do, and on request why, with an example of how it is right. */
function problemMessage({ message, help, rule: id }: Diagnostic): HTMLElement {
  const element = createDiv({ cls: "postmortem-message" });
  addText(element.createDiv({ cls: "postmortem-message-text" }), capitalized(message));
  if (help !== undefined) addText(element.createDiv({ cls: "postmortem-message-help" }), capitalized(help));

  const rule = rules.find((other) => other.id === id);
  if (rule === undefined) return element;
  const details = element.createEl("details", { cls: "postmortem-message-why" });
  details.createEl("summary", { text: texts().checking.why });
  addText(details.createEl("p"), rule.why);
  const good = rule.examples
    .find(({ expect }) => expect.length === 0)
    ?.note.split("\n")
    .slice(0, longestExample)
    .join("\n");
  if (good !== undefined) {
    details.createEl("p", { text: texts().checking.example });
    details.createEl("pre").createEl("code", { text: good });
  }
  return element;
}
