const moment = "Such as 09:30, now, -20m or yesterday 21:30; empty if it is not known yet";

/** The form for a new postmortem. */
export const formTexts = () => ({
  fields: {
    title: { name: "Title", hint: "What broke, in a few words" },
    severity: { name: "Severity", hint: "" },
    started: { name: "Start time", hint: moment },
    date: { name: "Date", hint: "Day on which it began" },
    services: { name: "Services", hint: "Separated by commas" },
    owner: { name: "Owner", hint: "Who sees that it gets finished" },
    detected: { name: "Detected", hint: moment },
    timezone: { name: "Time zone", hint: "IANA name, such as Europe/Berlin" },
    timelineNote: {
      name: "Timeline note",
      hint: "Its events are embedded; leave empty to write them into the postmortem",
    },
    timelineHeading: { name: "Timeline heading", hint: "The part of that note to embed" },
    template: { name: "Template", hint: "A note, or minor or full; leave empty for the standard one" },
    language: { name: "Language of the built-in template", hint: "" },
  },
  remarks: "Not everything could be taken from the link:",
  notKnown: "Not known yet",
  more: "More",
  bySettings: "As the settings say",
  create: "Create",
  isDraft: "What you had typed is here again",
  clear: "Clear",
  record: "Incident record",
  recordHint: "What another tool has on the incident, as JSON, to fill in this form",
  listHint: (description: string) => `${description} (separated by commas)`,
  understood: (time: string) => `Understood as ${time}`,
  shared: (note: string) => `${note} shows this timeline too: its events would stand in the new note as well.`,
  creates: (path: string) => `Creates ${path}`,
  createsBoth: (path: string, timeline: string) => `Creates ${path} and ${timeline}`,
  notCreated: (fault: string) => `Nothing was created. ${fault}`,
});
