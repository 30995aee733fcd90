import { decadeOf, nameAt } from "./names.mts";
import { seededRandom } from "./random.mts";
import { paragraph, sentence } from "./words.mts";

/** The text of a note that is no postmortem: a day's log, a runbook, a person. About 3.3 KB on average. */
export function ordinaryText(seed: string, index: number): string {
  const random = seededRandom(`${seed} ${index}`);
  const link = (): string => `[[${nameAt(random.between(0, Math.max(index, 9)))}]]`;
  const parts = [
    `---\ntags:\n  - ${random.pick(["log", "runbook", "team", "notes"])}\ncreated: 2024-0${random.between(1, 9)}-11\n---\n\n# ${nameAt(index)}\n`,
  ];
  parts.push(
    `## Procedure\n\n1. ${sentence(random)}\n2. ${sentence(random)}\n\n   \`\`\`sh\n   kubectl rollout restart deployment/${decadeOf(index)}\n   kubectl get pods --watch\n   \`\`\`\n\n3. ${sentence(random)}\n`,
  );
  for (let left = random.between(2, 8); left > 0; left--) {
    parts.push(
      `## ${sentence(random).replace(".", "")}\n\n${paragraph(random, random.between(3, 7))} See ${link()} and ${link()}.\n`,
    );
    if (random.chance(0.4))
      parts.push(
        `- [ ] ${sentence(random)}\n- [x] ${sentence(random)}\n- ${sentence(random)} #${random.pick(["ops", "review", "later"])}\n`,
      );
    if (random.chance(0.2))
      parts.push(`| Part | State |\n| --- | --- |\n| ${sentence(random)} | ok |\n| ${sentence(random)} | open |\n`);
  }
  // Some notes speak of postmortems without being one.
  if (random.chance(0.05)) parts.push(`The postmortem of that day is ${link()}.\n`);
  return parts.join("\n");
}
