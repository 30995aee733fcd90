import process from "node:process";
import { expect, it } from "vitest";
import { exportGenerated, generated, namesSeen } from "./external-exports";

/** How many documents are made; many more by hand. */
const exports = Number(process.env["EXTERNAL_EXPORTS"] ?? 400);
const firstSeed = Number(process.env["EXTERNAL_SEED"] ?? 1);

it(
  `no listed name is in any of ${exports} external documents, and few are refused`,
  { timeout: 36_000_000 },
  async () => {
    let refused = 0;
    for (let seed = firstSeed; seed < firstSeed + exports; seed++) {
      const made = generated(seed);
      const { text, refusal } = await exportGenerated(made);
      if (refusal !== null) {
        refused++;
        if (process.env["EXTERNAL_SHOW"] !== undefined)
          process.stdout.write(`${seed} ${refusal}\n${JSON.stringify(made.files["Outage.md"])}\n`);
        continue;
      }
      const seen = namesSeen(text, made.choices);
      if (seen.length > 0)
        throw new Error(
          `seed ${seed}: ${seen.join(", ")}\n${made.files["Outage.md"] ?? ""}\n=>\n${text.replace(/<style>[^]*?<\/style>/, "")}`,
        );
      expect(text).not.toMatch(/OPS-123|wiki\.corp|corp\.example/);
    }
    process.stdout.write(
      `${exports} external documents, ${refused} refused (${((100 * refused) / exports).toFixed(2)} %)\n`,
    );
    expect(refused / exports).toBeLessThan(0.05);
  },
);
