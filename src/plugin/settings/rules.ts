import type { SettingDefinitionControl, SettingDefinitionPage } from "obsidian";
import type { Rule } from "../../check";
import { rules } from "../../check";
import type { SettingControls } from "./controls";
import type { SettingsContext } from "./declarations";

/** A page with every rule: its reason, how much it weighs, and its options. */
export function rulesPage({ controls, settings }: SettingsContext): SettingDefinitionPage {
  return {
    type: "page",
    name: "Rules",
    desc: "What is looked for, and how much it weighs",
    displayValue: () => {
      const off = rules.filter(({ id }) => settings.current.rules[id]?.severity === "off").length;
      return off === 0 ? `${rules.length}` : `${rules.length - off} of ${rules.length}`;
    },
    items: [
      {
        type: "group",
        search: {
          placeholder: "Filter rules",
          match: ({ name, desc }, query) =>
            `${name} ${typeof desc === "string" ? desc : ""}`.toLowerCase().includes(query.toLowerCase()),
        },
        items: rules.map((rule) => ({
          type: "page" as const,
          name: rule.id,
          desc: rule.why,
          displayValue: () => settings.current.rules[rule.id]?.severity ?? rule.severity,
          items: [severityOf(rule, controls), ...optionsOf(rule, controls)],
        })),
      },
    ],
  };
}

function severityOf({ id, severity, why }: Rule, controls: SettingControls): SettingDefinitionControl {
  return controls.dropdown(["rules", id, "severity"], { name: "Severity", desc: why }, [
    ["default", `Default (${severity === "info" ? "hint" : severity})`, undefined],
    ["off", "Off"],
    ["error", "Error"],
    ["warning", "Warning"],
    ["info", "Hint"],
  ]);
}

/** A control for each option, by the kind of its default. */
function optionsOf({ id, defaults }: Rule, controls: SettingControls): SettingDefinitionControl[] {
  return Object.entries(defaults).map(([option, value]: [string, unknown]) => {
    const path = ["rules", id, "options", option];
    const name = option
      .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
      .replace(/^./, (letter) => letter.toUpperCase());
    if (typeof value === "boolean") return controls.toggle(path, { name }, value);
    if (typeof value === "number") return controls.number(path, { name }, { defaultValue: value });
    if (Array.isArray(value)) return controls.lines(path, { name, desc: "One on each line" }, value);
    return controls.text(path, { name, placeholder: String(value) });
  });
}
