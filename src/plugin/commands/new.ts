import { today } from "../../time";
import { readIncidentLink } from "../../write";
import { openPostmortem } from "../operations/create";
import { offerUndoOfFiles } from "../operations/undo";
import type { Host } from "../host";
import type { FormStart, FormValues } from "../modals/new-postmortem";
import { fieldNames, NewPostmortemModal } from "../modals/new-postmortem";
import { notify } from "../ui/notify";
import { texts } from "../texts";

/** Starts a postmortem from the palette, from the ribbon, and from links such as `obsidian://postmortem?title=…`. */
export function registerNewPostmortem(host: Host): void {
  const { app, plugin } = host;
  const name = texts().commands.newPostmortem;
  const open = (): void => {
    openForm(host);
  };
  plugin.addCommand({ id: "new", name, icon: "siren", callback: open });
  plugin.addRibbonIcon("siren", name, open);
  plugin.registerObsidianProtocolHandler(plugin.manifest.id, (params) => {
    app.workspace.onLayoutReady(() => {
      const { problems, values } = readIncidentLink(params, host.settings.current, host.clock());
      openForm(host, { values, remarks: problems, given: fieldNames.filter((name) => name in values) });
    });
  });
}

/** Hosts whose form is open: any web page can follow a link, and must not replace what is being typed. */
const openForms = new WeakSet<Host>();

/** What was typed into a form that was closed without a note. */
const drafts = new WeakMap<Host, FormValues>();

/** Shows the form, filled in as far as is known; nothing is written before a person confirms it. */
export function openForm(
  host: Host,
  start: Partial<Omit<FormStart, "values">> & { readonly values?: Partial<FormValues> } = {},
): void {
  if (openForms.has(host)) {
    notify(texts().writing.form.isOpen);
    return;
  }
  const { newNote, timelineNote, timezone } = host.settings.current;
  const values: FormValues = {
    title: "",
    date: today(host.clock()),
    started: "",
    detected: "",
    timezone,
    severity: "",
    services: "",
    owner: "",
    timelineNote: timelineNote.path,
    timelineHeading: timelineNote.heading,
    template: newNote.template,
    language: "",
    own: {},
    ...start.values,
  };
  // A link, or a folder that was clicked, asks for a form of its own.
  const draft = Object.keys(start).length === 0 ? drafts.get(host) : undefined;
  const form = new NewPostmortemModal(
    host,
    {
      folder: null,
      given: [],
      remarks: [],
      ...start,
      values: draft ?? values,
      isDraft: draft !== undefined,
    },
    {
      created: ({ before, path, cursor, problems, timelineFailure }) => {
        const remarks = [
          ...problems.map(({ message }) => message),
          ...(timelineFailure === null ? [] : [timelineFailure]),
        ];
        if (remarks.length > 0) notify(remarks.join("\n"));
        const [made = path, other] = [...before].filter(([, text]) => text === null).map(([created]) => created);
        const said = texts().changes;
        const done = other === undefined ? said.created(made) : said.createdBoth(made, other);
        void openPostmortem(host, path, cursor).then(() => offerUndoOfFiles(host, done, before));
      },
      closed: (left) => {
        openForms.delete(host);
        if (left !== null) drafts.set(host, left);
        else drafts.delete(host);
      },
      clear: () => {
        openForm(host);
      },
    },
  );
  openForms.add(host);
  form.open();
}
