/**
 * zod/mini, configured once for all: its messages in English, and no code made at run time.
 *
 * It promises to stay small: everybody imports it as `import * as z from "../schema"`, since a namespace that is passed
 * on cannot be tree-shaken. It does not know our schemas: each stands beside the data that it describes.
 */
import * as mini from "zod/mini";
import english from "zod/v4/locales/en.js";
import { once } from "../base";

const inEnglish = once(() => english().localeError);

// `jitless` keeps zod from compiling schemas with `new Function`, which Obsidian's review forbids.
mini.config({ localeError: (issue) => inEnglish()(issue), jitless: true });

export * from "zod/mini";
