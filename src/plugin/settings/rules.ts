import { capitalized } from "../../base";
import type { SettingDefinitionControl, SettingDefinitionPage } from "obsidian";
import type { Rule } from "../../check";
import { rules } from "../../check";
import { unmarked, type SettingControls } from "./controls";
import { texts } from "../texts";
import type { SettingsContext } from "./declarations";

/** A page with every rule: its reason, how much it weighs, and its options. */
export function rulesPage({ controls, settings }: SettingsContext): SettingDefinitionPage {
  const { pages, rules: said } = texts().settings;
  return {
    type: "page",
    ...pages.rules,
    displayValue: () => {
      const off = rules.filter(({ id }) => settings.current.rules[id]?.severity === "off").length;
      return off === 0 ? `${rules.length}` : said.some(`${rules.length - off}`, `${rules.length}`);
    },
    items: [
      {
        type: "group",
        search: {
          placeholder: said.filter,
          match: ({ name, desc }, query) =>
            `${name} ${typeof desc === "string" ? desc : ""}`.toLowerCase().includes(query.toLowerCase()),
        },
        items: rules.map((rule) => ({
          type: "page" as const,
          name: rule.id,
          desc: unmarked(rule.why),
          displayValue: () => said.weights[settings.current.rules[rule.id]?.severity ?? rule.severity],
          items: [severityOf(rule, controls), ...optionsOf(rule, controls)],
        })),
      },
    ],
  };
}

function severityOf({ id, severity, why }: Rule, controls: SettingControls): SettingDefinitionControl {
  const { checking, settings, words } = texts();
  const { off, standard, weights } = settings.rules;
  const options = [
    ["default", standard(weights[severity]), undefined],
    ["off", off],
    ...Object.entries(checking.severities),
  ] as const;
  return controls.dropdown(["rules", id, "severity"], options, { name: words.severity, hint: why });
}

/** A control for each option, by the kind of its default. */
function optionsOf({ id, defaults }: Rule, controls: SettingControls): SettingDefinitionControl[] {
  return Object.entries(defaults).map(([option, value]: [string, unknown]) => {
    const path = ["rules", id, "options", option];
    const name = capitalized(option.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
    if (typeof value === "boolean") return controls.toggle(path, value, { name });
    if (typeof value === "number") return controls.number(path, { defaultValue: value }, { name });
    if (Array.isArray(value)) return controls.lines(path, value, { name, hint: texts().settings.rules.lines });
    return controls.text(path, { name, placeholder: String(value) });
  });
}
