import type { Texts } from "../english";
import { counting } from "../../../base";

const counted = counting("de");

export const germanReview = (): Texts["review"] => ({
  reviewers: "Durchsicht durch",
  reviewersHint: "Durch Kommas getrennt; die Namen werden in die Notiz geschrieben",
  impossible: (reason) => `Das geht nicht: ${reason}.`,
  openActions: (count) => counted(count, { one: "# offene Maßnahme", other: "# offene Maßnahmen" }),
  nothingOpen: "Nichts ist offen.",
  stillOpen: (what) => `Noch offen: ${what}.`,
  step: (status, day) => `${status} bis ${day}`,
  lateStep: (status, day) => `${status} bis ${day} (zu spät)`,
  due: (steps) => `Fällig: ${steps}.`,
  actions: "Offene Maßnahmen",
  despite: (move, errors) => `${move} trotz ${counted(errors, { one: "# Fehler", other: "# Fehlern" })}`,
  errorsOpen: (errors) =>
    counted(errors, {
      one: "# Fehler ist noch offen: beheben oder das Kästchen oben ankreuzen.",
      other: "# Fehler sind noch offen: beheben oder das Kästchen oben ankreuzen.",
    }),
  nowOpen: (reason) => `Nichts wurde geschrieben: ${reason}. Das ist jetzt offen.`,
});
