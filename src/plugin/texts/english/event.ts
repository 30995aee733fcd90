export const eventTexts = () => ({
  change: "Change timeline event",
  what: "What happened",
  whatHint: "A time may stand before it: 06:45, -20m",
  whatHintNew: "A time may stand before it: 06:45, -20m. Shift+Enter inserts it and asks for the next",
  time: "Time",
  timeHint: (zone: string) => `Such as 09:30, now, -20m or yesterday 21:30, in ${zone}`,
  timeInWords: "The time before the words counts",
  mark: "Mark",
  markHint: "Which turning point it is; None leaves that to the words",
  insertAndNext: "Insert and next",
  actions: { insert: "Insert", change: "Change" },
  gone: "The note has changed, and this event with it.",
  done: {
    insert: (line: string) => `Inserted: ${line}`,
    change: (line: string) => `Changed: ${line}`,
  },
  otherDay: (incidentDay: string, day: string) =>
    `The incident was on ${incidentDay}. Enter once more to insert this on ${day}.`,
  useDay: (day: string) => `Use ${day}`,
  inPlace: (place: string) => `${place}, in place of the template’s line`,
});
