// Patterns with classes of Unicode, such as `\p{L}`, are made when first used: the engine gathers the signs of a class
// wherever it reads a literal, in functions that nobody calls too, and that takes a tenth of the time to load.
import { readFileSync } from "node:fs";
import ts from "typescript";

/** What stands for a pattern in what is built: the same to everything that takes one. */
const patternOnUse = `
class PatternOnUse {
  constructor(source, flags) {
    this.source = source;
    this.flags = flags;
  }
  get pattern() { return (this.made ??= new RegExp(this.source, this.flags)); }
  get lastIndex() { return this.pattern.lastIndex; }
  set lastIndex(at) { this.pattern.lastIndex = at; }
  test(text) { return this.pattern.test(text); }
  exec(text) { return this.pattern.exec(text); }
  [Symbol.match](text) { return this.pattern[Symbol.match](text); }
  [Symbol.matchAll](text) { return this.pattern[Symbol.matchAll](text); }
  [Symbol.replace](text, by) { return this.pattern[Symbol.replace](text, by); }
  [Symbol.split](text, most) { return this.pattern[Symbol.split](text, most); }
}
export const patternOnUse = (source, flags) => new PatternOnUse(source, flags);`;

/** The literals of a module that name a class of Unicode, in order. */
function unicodeLiterals(module) {
  const found = [];
  const visit = (node) => {
    if (!ts.isRegularExpressionLiteral(node)) ts.forEachChild(node, visit);
    else if (/\\p\{/i.test(node.text)) found.push(node);
  };
  visit(module);
  return found;
}

/** A module with these literals at its top, each made once. */
export function withPatternsOnUse(text) {
  if (!/\\p\{/i.test(text)) return text;
  let rest = text;
  const patterns = [];
  for (const literal of unicodeLiterals(ts.createSourceFile("", text, ts.ScriptTarget.Latest, true)).reverse()) {
    const [, source, flags] = /^\/(.*)\/(.*)$/s.exec(literal.text);
    // Where such a pattern goes on from its last match, each call would have to begin with its own.
    if (/[gy]/.test(flags) && /^\.(?:test|exec)\(/.test(text.slice(literal.end))) throw new Error(literal.text);
    const name = `unicodePattern${patterns.length}`;
    patterns.push(`const ${name} = /* @__PURE__ */ patternOnUse(${JSON.stringify(source)}, "${flags}");`);
    rest = `${rest.slice(0, literal.getStart())}${name}${rest.slice(literal.end)}`;
  }
  return `import { patternOnUse } from "pattern-on-use";\n${patterns.join("\n")}\n${rest}`;
}

/** Modules of ours with such patterns made on use; the sources keep their literals. */
export const unicodePatternsOnUse = {
  name: "unicode-patterns-on-use",
  setup(build) {
    build.onResolve({ filter: /^pattern-on-use$/ }, ({ path }) => ({ path, namespace: "patterns" }));
    build.onLoad({ filter: /.*/, namespace: "patterns" }, () => ({ contents: patternOnUse }));
    build.onLoad({ filter: /[\\/]src[\\/].*\.m?ts$/ }, ({ path }) => ({
      contents: withPatternsOnUse(readFileSync(path, "utf8")),
      loader: "ts",
    }));
  },
};
