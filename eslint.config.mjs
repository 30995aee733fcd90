import { defineConfig, globalIgnores } from "eslint/config";
import obsidianmd from "eslint-plugin-obsidianmd";
import regexp from "eslint-plugin-regexp";
import globals from "globals";
import tseslint from "typescript-eslint";

/**
 * What the community directory's review leaves out, which lints every release with the recommended rules: the list of
 * its FAQ (https://docs.obsidian.md/community-directory/faq) as far as there are such files here. Only these may have
 * exceptions from its rules: what it looks at keeps all of them.
 */
const leftOut = ["test", "docs", "*.test.*", "*.mjs", "*.mts"].flatMap((name) => [`**/${name}`, `**/${name}/**`]);

export default defineConfig([
  globalIgnores([
    "main.js",
    "dist/",
    "bench/dist/",
    "docs/site/dist/",
    "**/node_modules/",
    "coverage/",
    "test/obsidian/",
  ]),
  ...obsidianmd.configs.recommended,
  { linterOptions: { noInlineConfig: true } },
  { files: ["**/*.{ts,mts}"], extends: [tseslint.configs.strictTypeChecked] },
  {
    languageOptions: {
      parserOptions: {
        projectService: {
          allowDefaultProject: [
            "*.mjs",
            "bench/*.mjs",
            "docs/site/.vitepress/*.mjs",
            "docs/site/.vitepress/theme/*.mjs",
            "examples/*.mjs",
            "test/*.mjs",
            "test/host/*.mjs",
            "test/mutation/*.mjs",
            "test/nodes/*.mjs",
            "manifest.json",
          ],
          // Each of them is one small script; there are more than the eight that are taken unasked.
          maximumDefaultProjectFileMatchCount_THIS_WILL_SLOW_DOWN_LINTING: 24,
        },
        tsconfigRootDir: import.meta.dirname,
      },
    },
  },
  {
    files: ["**/*.{ts,mts}"],
    rules: { "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }] },
  },
  {
    // Long literals are left as they are: a pattern or an example that is broken up cannot be read or searched.
    rules: {
      "max-len": [
        "error",
        { code: 120, ignoreRegExpLiterals: true, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreUrls: true },
      ],
    },
  },
  {
    // What belongs together is passed together, under a name.
    files: ["src/**"],
    rules: { "@typescript-eslint/max-params": ["error", { max: 4 }] },
  },
  {
    // A note is untrusted text: no regular expression may take longer than in proportion to what it reads.
    files: ["src/**"],
    plugins: { regexp },
    rules: {
      "regexp/no-super-linear-backtracking": ["error", { report: "certain" }],
      "regexp/no-super-linear-move": ["error", { report: "certain" }],
    },
  },
  {
    // Pop-out windows have documents of their own.
    files: ["src/plugin/**"],
    rules: { "obsidianmd/prefer-active-doc": "error" },
  },
  {
    // These run in Node, never inside the app.
    files: leftOut,
    languageOptions: { globals: globals.node },
    rules: { "obsidianmd/no-nodejs-modules": "off", "obsidianmd/hardcoded-config-path": "off" },
  },
  {
    // What is measured against has a package of its own.
    files: ["bench/**"],
    rules: {
      "import/no-extraneous-dependencies": [
        "error",
        { packageDir: [import.meta.dirname, `${import.meta.dirname}/bench`] },
      ],
    },
  },
]);
