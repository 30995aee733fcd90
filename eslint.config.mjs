import { defineConfig, globalIgnores } from "eslint/config";
import obsidianmd from "eslint-plugin-obsidianmd";
import globals from "globals";
import tseslint from "typescript-eslint";

export default defineConfig([
  globalIgnores(["main.js", "dist/", "**/node_modules/", "coverage/", "test/obsidian/"]),
  ...obsidianmd.configs.recommended,
  { files: ["**/*.ts"], extends: [tseslint.configs.strictTypeChecked] },
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["*.mjs", "examples/*.mjs", "test/host/*.mjs", "manifest.json"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
  },
  {
    files: ["**/*.ts"],
    rules: { "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }] },
  },
  {
    // Pop-out windows have documents of their own.
    files: ["src/plugin/**"],
    rules: { "obsidianmd/prefer-active-doc": "error" },
  },
  {
    // These run in Node, never inside the app.
    files: ["*.mjs", "*.config.ts", "examples/*.mjs", "src/cli/**", "test/**"],
    languageOptions: { globals: globals.node },
    rules: { "obsidianmd/no-nodejs-modules": "off", "obsidianmd/hardcoded-config-path": "off" },
  },
]);
