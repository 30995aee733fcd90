import { english } from "../../src/language";
import { describe, expect, it } from "vitest";
import { vagueness } from "../../src/check/wording/vague-action";

describe("vagueness", () => {
  it.each([
    "Improve monitoring",
    "Improve documentation for the deploy.",
    "Investigate monitoring for this scenario",
    "Look into the alerts",
    "Make the deploys more robust",
    "Make alerting better",
    "Fix the issue that caused the outage.",
    "Fix the bug",
    "Make sure engineers check the schema before they deploy",
    "Ensure that everyone reads the runbook",
    "Remember to update the runbook",
    "Be more careful with deploys",
    "Consider a second region",
    "Monitoring",
  ])("is seen in %j", (text) => {
    expect(vagueness(text, english)?.severity).toBe("warning");
  });

  it.each([
    "Better alerts for the pool",
    "We should add a canary",
    "The runbook needs a section",
    "More tests for the parser",
  ])("is hinted at in %j", (text) => {
    expect(vagueness(text, english)?.severity).toBe("info");
  });

  it.each([
    "Add alerting for all cases where the service returns more than 1 % errors",
    "Handle an invalid postal code in the address form",
    "Add a presubmit check for schema changes",
    "Add ConfigMap schema validation to the CI pipeline to reject deploys missing required keys (`max_pool_size`, `rate_limit`, etc.)",
    "Require API team approval for changes to `api-config` ConfigMap",
    "Add a connection pool utilization alert at 80% capacity (before hitting hard limit)",
    "Update [[API Runbook]] with pre-deploy config checklist",
    "Run a staging load test with production-level traffic for config changes touching connection parameters",
    "Improve the p99 of checkout to below 300 ms",
    "Improve `deploy.sh` error messages",
    "Investigate why the canary did not catch the missing key",
    "Ensure backups are copied to a second region",
    "Make the pool size configurable",
    "Fix the race in the session cache",
    "Reduce log retention to 7 days",
    "Document the failover of Postgres",
    "**Add** a test (P1)",
    "(P1) Rotate the certificate",
  ])("is not seen in %j", (text) => {
    expect(vagueness(text, english)).toBeNull();
  });
});
