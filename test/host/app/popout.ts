import { extend } from "./patch";

/** A window of its own with a document of its own, as the app opens it for a tab that is moved out. */
export interface Popout {
  readonly win: Window;
  readonly body: HTMLElement;
}

const prototypes = [
  "Node",
  "Element",
  "HTMLElement",
  "SVGElement",
  "Document",
  "DocumentFragment",
  "UIEvent",
  "Array",
  "String",
] as const;

/** Opens a window that looks like this one and has the app's DOM helpers. `closed` is told when it goes. */
export function openPopout(closed: () => void): Popout {
  const win = window.open("", "", "popup,width=700,height=700")?.document.defaultView ?? null;
  if (win === null) throw new Error("the browser opens no window");
  const { body, documentElement, head } = win.document;
  documentElement.lang = "en";
  for (const name of prototypes) lendHelpers(Reflect.get(window, name), Reflect.get(win, name));
  win.document.title = document.title;
  for (const link of document.querySelectorAll("link")) head.append(win.document.importNode(link, true));
  // A sheet that was made in one document cannot serve in another.
  win.document.adoptedStyleSheets = document.adoptedStyleSheets.map((own) => {
    const sheet = new win.CSSStyleSheet();
    sheet.replaceSync([...own.cssRules].map(({ cssText }) => cssText).join("\n"));
    return sheet;
  });
  body.className = document.body.className;
  makeActiveOnFocus(win);
  win.addEventListener("pagehide", () => {
    makeActive(window);
    closed();
  });
  makeActive(win);
  return { win, body };
}

/** Dialogs, menus and notices appear in the window that has the focus. */
export function makeActiveOnFocus(win: Window): void {
  for (const type of ["focus", "focusin", "pointerdown"])
    win.addEventListener(
      type,
      () => {
        makeActive(win);
      },
      true,
    );
}

function makeActive(win: Window): void {
  extend(window, { activeWindow: win, activeDocument: win.document });
}

/** The other window has classes of its own, which lack what the app adds to those of this one. */
function lendHelpers(from: unknown, to: unknown): void {
  if (typeof from !== "function" || typeof to !== "function") return;
  const target: unknown = to.prototype;
  if (typeof target !== "object" || target === null) return;
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(from.prototype as object))) {
    if (!Object.hasOwn(target, name)) Object.defineProperty(target, name, descriptor);
  }
}
