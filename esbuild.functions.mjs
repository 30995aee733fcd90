// Long arrow functions that stand in no other function become function expressions in what is built: V8 only skims
// those until they are called, but compiles such arrows while it loads the file, which takes a twentieth of that time.
import ts from "typescript";

/** An arrow of fewer characters is parsed sooner than it is worth in bytes. */
const long = 150;

/** Whether it means the `this` or the `arguments` of what stands around it, as a function expression would not. */
function isBound(node) {
  if (node.kind === ts.SyntaxKind.ThisKeyword || (ts.isIdentifier(node) && node.text === "arguments")) return true;
  const hasItsOwn = ts.isFunctionLike(node) && !ts.isArrowFunction(node);
  return !hasItsOwn && ts.forEachChild(node, isBound) === true;
}

/** The arrow functions of a bundle, in order, that are long and stand in no other function. */
function outermostArrows(text) {
  const bundle = ts.createSourceFile("bundle.js", text, ts.ScriptTarget.Latest);
  const found = [];
  const visit = (node) => {
    if (ts.isArrowFunction(node)) found.push(node);
    else if (!ts.isFunctionLike(node) && !ts.isPropertyDeclaration(node)) ts.forEachChild(node, visit);
  };
  visit(bundle);
  return found
    .map((arrow) => ({ arrow, start: arrow.getStart(bundle), end: arrow.end }))
    .filter(({ arrow, start, end }) => end - start >= long && !isBound(arrow));
}

/** The function expression that does the same. */
function asFunction(arrow, text, start) {
  const { modifiers, equalsGreaterThanToken: sign, body, end } = arrow;
  const before = text.slice(modifiers?.end ?? start, sign.end - "=>".length).trim();
  const value = text.slice(sign.end, end).trim();
  const parameters = before.startsWith("(") ? before : `(${before})`;
  return `${modifiers === undefined ? "" : "async "}function${parameters}${ts.isBlock(body) ? value : `{return ${value}}`}`;
}

/** A bundle with function expressions in their place. */
export function withFunctions(text) {
  const parts = [];
  let at = 0;
  for (const { arrow, start, end } of outermostArrows(text)) {
    parts.push(text.slice(at, start), asFunction(arrow, text, start));
    at = end;
  }
  return parts.join("") + text.slice(at);
}
