/** The day on which the postmortems of `incidentYear` are looked at. */
export const incidentYearEnd = "2025-03-14T09:00Z";

const services = ["checkout", "search", "login", "api", "billing"];
const severities = ["SEV-1", "SEV-2", "SEV-2", "SEV-3", "SEV-3", "SEV-3", "SEV-4"];
const owners = ["[[Alex Rivera]]", "[[Sam Chen]]", "@mira", "[[Noor Haddad]]"];
const tasks = [
  "Add an alert on the connection pool",
  "Write the runbook for failover",
  "Load test the new index",
  "Rotate certificates by a job",
  "Cap retries of the client",
  "Review the limits of the queue",
];
const causes = ["latency", "errors", "outage", "backlog", "stale data"];

/**
 * Postmortems of a year and a quarter, the same in every run: most are over within the hour, a few take days, and some
 * do not say.
 */
export function incidentYear(): Readonly<Record<string, string>> {
  const random = randomFrom(7);
  const files: Record<string, string> = {};
  let day = Date.UTC(2024, 0, 9);
  for (let index = 0; day < Date.UTC(2025, 2, 12); index++) {
    const date = iso(day);
    const service = services[Math.floor(random() ** 1.6 * services.length)] ?? "api";
    const severity = severities[Math.floor(random() * severities.length)] ?? "SEV-3";
    const cause = causes[Math.floor(random() * causes.length)] ?? "outage";
    const minutes = Math.round(12 * Math.exp(random() * 3.2 + (severity === "SEV-1" ? 1.6 : 0)));
    const start = day + Math.floor(random() * 20) * 3_600_000;
    const over = index % 9 === 4 ? "" : `resolved: ${iso(start + minutes * 60_000, 16)}\n`;
    const title = `${service.charAt(0).toUpperCase()}${service.slice(1)} ${cause}`;
    const items = Array.from({ length: 1 + Math.floor(random() * 3) }, () => task(random, day));
    const properties = `title: ${title}\ndate: ${date}\nseverity: ${severity}\nservices: [${service}]\ntimezone: UTC\nstarted: ${iso(start, 16)}\n${over}`;
    files[`Incident-${date}-${title.replaceAll(" ", "-")}.md`] =
      `---\n${properties}tags: [postmortem]\n---\n\n# ${title}\n\n## Action Items\n\n${items.join("\n")}\n`;
    day += (3 + Math.floor(random() * 16)) * 86_400_000;
  }
  return files;
}

function task(random: () => number, day: number): string {
  const text = tasks[Math.floor(random() * tasks.length)] ?? "";
  const owner = owners[Math.floor(random() * owners.length)] ?? "";
  const priority = random() < 0.3 ? " ⏫" : random() < 0.3 ? " 🔼" : "";
  const closed = day + (2 + Math.floor(random() * 90)) * 86_400_000;
  const done = random() < 0.75 && closed < Date.parse(incidentYearEnd);
  const due = iso(day + (14 + Math.floor(random() * 60)) * 86_400_000);
  return `- [${done ? "x" : " "}] ${text} ${owner}${priority} ➕ ${iso(day + 86_400_000)} 📅 ${due}${done ? ` ✅ ${iso(closed)}` : ""}`;
}

function iso(time: number, length = 10): string {
  return new Date(time).toISOString().slice(0, length);
}

/** Numbers from 0 to below 1, the same in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
