// How `remark` is set up for the comparison: it checks the properties of postmortems, as far as a schema can.
import { relative } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkLint from "remark-lint";
import remarkLintFrontmatterSchema from "remark-lint-frontmatter-schema";

/** As the plugin wants it: relative to where remark runs. */
const schema = relative(process.cwd(), fileURLToPath(new URL("postmortem.schema.json", import.meta.url)));

export default {
  plugins: [
    remarkFrontmatter,
    remarkGfm,
    remarkLint,
    [remarkLintFrontmatterSchema, { schemas: { [schema]: ["Incidents/**/*.md"] } }],
  ],
};
