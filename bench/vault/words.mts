import type { Random } from "./random.mts";

type Words = readonly [string, ...string[]];

export const services: Words = [
  "API",
  "Checkout",
  "Search",
  "Billing",
  "Login",
  "Payments",
  "Inventory",
  "Email",
  "Uploads",
  "Reports",
  "Gateway",
  "Catalog",
  "Webhooks",
  "Exports",
  "Profiles",
  "Pricing",
  "Sessions",
  "Metrics",
  "Queue",
  "Storage",
];

export const troubles: Words = [
  "Outage",
  "Latency",
  "Certificate Expiry",
  "Data Lag",
  "Error Spike",
  "Failed Deployment",
  "Disk Full",
  "Memory Leak",
  "Pool Exhaustion",
  "Slow Queries",
  "Cache Stampede",
  "Message Loss",
  "Broken Rollout",
];

export const firstNames: Words = ["Alex", "Robin", "Kim", "Sam", "Jo", "Noor", "Ines", "Taro"];
export const lastNames: Words = ["Rivera", "Okafor", "Lind", "Moreau", "Sato", "Varga", "Nowak"];

const subjects: Words = [
  "The rollout",
  "A config change",
  "The worker pool",
  "The cache layer",
  "The read replica",
  "The load balancer",
  "The nightly job",
  "The scheduler",
  "A retry loop",
  "The client library",
];
const verbs: Words = [
  "kept",
  "dropped",
  "held",
  "shifted",
  "doubled",
  "lost",
  "reused",
  "queued",
  "rejected",
  "refreshed",
];
const objects: Words = [
  "idle connections",
  "stale entries",
  "the old certificate",
  "requests for the busiest tenants",
  "its backlog",
  "the `max_pool_size` value",
  "every second health check",
  "a lock on the ledger table",
  "log lines at **debug** level",
  "the feature flag",
];
const ends: Words = [
  "while traffic was low",
  "after the last deploy",
  "in one region only",
  "until the queue drained",
  "without raising an alert",
  "as the dashboard shows",
  "because the limit is per process",
  "before the pods were ready",
  "on both shards",
  "during the import",
];

/** A sentence about running services that states no time, no number and no blame. */
export function sentence(random: Random): string {
  return `${random.pick(subjects)} ${random.pick(verbs)} ${random.pick(objects)} ${random.pick(ends)}.`;
}

/** Some sentences in one line. */
export function paragraph(random: Random, sentences: number): string {
  return Array.from({ length: sentences }, () => sentence(random)).join(" ");
}
