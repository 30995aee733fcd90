import type { Host } from "./host";
import { ProblemsView, problemsViewType, type Coverage } from "./problems-view";

/** The panel that lists problems, in the right sidebar. */
export function registerProblemsPanel(host: Host): void {
  const { plugin } = host;
  plugin.registerView(problemsViewType, (leaf) => new ProblemsView(leaf, host));
  plugin.addCommand({ id: "show-problems", name: "Show problems", icon: "list-checks", callback: () => void showProblems(host, "note") });
}

/** Opens the panel, on the note in front or on all postmortems. */
export async function showProblems(host: Host, coverage: Coverage): Promise<void> {
  const leaf = await host.app.workspace.ensureSideLeaf(problemsViewType, "right", { active: true, reveal: true });
  if (leaf.view instanceof ProblemsView) leaf.view.list(coverage);
}
