import type { Plugin } from "esbuild";

export declare const languagesWithoutNames: Plugin;
