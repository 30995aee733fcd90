import type { HostDriver } from "./host-driver";

/** The texts of all files by path, as the person sees them: an editor may hold one that is not saved yet. */
export function textsOf(app: HostDriver): Promise<Readonly<Record<string, string>>> {
  return app.page.evaluate(async () => {
    const { vault, workspace } = window.host.app;
    const texts: Record<string, string> = {};
    for (const file of vault.getFiles()) texts[file.path] = await vault.read(file);
    for (const { view } of workspace.getLeavesOfType("markdown")) {
      const { editor, file } = view as unknown as {
        readonly editor?: { getValue(): string };
        readonly file?: { readonly path: string } | null;
      };
      if (editor !== undefined && file != null && file.path in texts) texts[file.path] = editor.getValue();
    }
    return texts;
  });
}
