import type { Host } from "./host";
import { InsightsView, insightsViewType } from "./insights-view";
import { openTab } from "./open-tab";

/** The figures across incidents, in a tab of their own. */
export function registerInsightsPanel(host: Host): void {
  const { app, plugin } = host;
  plugin.registerView(insightsViewType, (leaf) => new InsightsView(leaf, host));
  plugin.addCommand({ id: "show-insights", name: "Show insights", icon: "chart-column", callback: () => void openTab(app, insightsViewType) });
}
