import type { Plugin } from "esbuild";

export declare const packedLanguages: Plugin;
