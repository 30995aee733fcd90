import { Modal, Notice, Setting, type App } from "obsidian";
import type { PluginRegistry } from "./plugins";

/** Follows an `obsidian://action?name=value` as the app does; false when it is none, or nobody handles it. */
export function openUri(registry: PluginRegistry, link: string): boolean {
  const url = URL.canParse(link) ? new URL(link) : null;
  if (url?.protocol !== "obsidian:") return false;
  // Parameters are percent-encoded; a plus sign is a plus sign.
  const params = url.search
    .slice(1)
    .split("&")
    .filter((part) => part !== "")
    .map((part) => {
      const [name = "", ...value] = part.split("=").map(decoded);
      return [name, value.join("=")] as const;
    });
  return registry.openUri(url.hostname, Object.fromEntries(params));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Links in notes lead to the plugins that handle them, as in the app. */
export function installLinks(registry: PluginRegistry): void {
  activeDocument.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link?.getAttribute("href")?.startsWith("obsidian:") !== true) return;
    event.preventDefault();
    if (!openUri(registry, link.href)) new Notice("No plugin handles this link.");
  });
}

/** Asks for a link such as an alert would carry. */
export class LinkPrompt extends Modal {
  constructor(
    app: App,
    private readonly registry: PluginRegistry,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.setTitle("Follow a link");
    const form = this.contentEl.createEl("form");
    const input = form.createEl("input", {
      cls: "host-link",
      type: "text",
      value:
        "obsidian://postmortem?title=Search%20outage&severity=SEV-2&started=2024-04-11T06:12:00Z&services=search,api",
      attr: { "aria-label": "Link" },
    });
    new Setting(form).addButton((button) => {
      button.setButtonText("Follow").setCta().buttonEl.type = "submit";
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.close();
      if (!openUri(this.registry, input.value)) new Notice("No plugin handles this link.");
    });
  }
}
