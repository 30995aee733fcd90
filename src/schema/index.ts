import * as mini from "zod/mini";
import english from "zod/v4/locales/en.js";

// `jitless` keeps zod from compiling schemas with `new Function`, which Obsidian's review forbids.
mini.config({ ...english(), jitless: true });

/**
 * zod/mini, configured once. Import it as `import * as z from "../schema"`: a namespace that is passed on cannot be
 * tree-shaken.
 */
export * from "zod/mini";
