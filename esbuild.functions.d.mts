export declare function withFunctions(text: string): string;
