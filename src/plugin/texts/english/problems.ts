import { counting } from "../counted";

const counted = counting("en");

export const problemTexts = {
  counts: {
    error: (count: number) => counted(count, { one: "# error", other: "# errors" }),
    warning: (count: number) => counted(count, { one: "# warning", other: "# warnings" }),
    info: (count: number) => counted(count, { one: "# hint", other: "# hints" }),
    none: "no problems",
  },
};
