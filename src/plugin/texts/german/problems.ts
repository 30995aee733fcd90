import type { Texts } from "../english";
import { counting } from "../counted";

const counted = counting("de");

export const germanProblems: Texts["problems"] = {
  counts: {
    error: (count) => counted(count, { one: "# Fehler", other: "# Fehler" }),
    warning: (count) => counted(count, { one: "# Warnung", other: "# Warnungen" }),
    info: (count) => counted(count, { one: "# Hinweis", other: "# Hinweise" }),
    none: "keine Probleme",
  },
};
