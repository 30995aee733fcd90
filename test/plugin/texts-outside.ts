import ts from "typescript";

/** What shows a text to a person: the properties that hold one, and the functions that are handed one. */
const shownProperties: ReadonlySet<string> = new Set(
  "text name title desc description label action placeholder heading aria-label message".split(" "),
);
const showing: ReadonlySet<string> = new Set(
  (
    "notify notifyWith appendText setText setTitle setName setDesc setButtonText setPlaceholder setTooltip addHeading " +
    "setHeading setMessage setErrorMessage setContent addText Notice"
  ).split(" "),
);
/** What is handed a text that nobody reads in the app: classes, selectors, keys, and what goes to the console. */
const notShowing: ReadonlySet<string> = new Set(
  (
    "addClass addClasses removeClass removeClasses toggleClass hasClass find findAll querySelector querySelectorAll " +
    "closest matches register setIcon reportFault error warn Error TypeError includes split join startsWith endsWith"
  ).split(" "),
);
/** The properties that hold no text for a person. */
const otherProperties: ReadonlySet<string> = new Set("cls id icon key data-key type href style viewBox d".split(" "));

/** Two words side by side, one of which may be a value, or one that begins with a capital. */
const words =
  /(?:^|[\s(“"'])(?:\p{L}{2,}|0)[,:;]? (?:\p{L}{2,}|0)(?=$|[\s,.:;)”"'?…])|^\P{L}*\p{Lu}\p{Ll}+(?=$|[\s,.:;)”"'?…])/u;
/** What is written in capitals alone is an abbreviation or a format, the same in every language. */
const letter = /\p{Ll}/u;
/** A name of a file, such as `Postmortems.base`. */
const fileName = /^\S+\.[a-z]{2,}$/u;
/** Markdown that is written into a note. */
const codeBlock = "```";

/**
 * Texts that a file shows to a person and that stand in it, each with its line. What is compared, imported or used as a
 * key is shown to nobody, nor is what only a console says.
 */
export function textsIn(path: string, source: string): readonly string[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    const said = saidBy(node);
    if (said !== null && isShown(node, said)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${path}:${line + 1} ${node.getText()}`);
    }
    ts.forEachChild(node, look);
  };
  look(file);
  return found;
}

/** The words of a literal, `0` where a template takes a value; null for anything else. */
function saidBy(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => `0${literal.text}`).join("");
}

function isShown(node: ts.Node, said: string): boolean {
  if (fileName.test(said) || said.startsWith(codeBlock)) return false;
  const place = placeOf(node);
  return place === "shown" ? letter.test(said) : place === "unknown" && letter.test(said) && words.test(said);
}

/** Whether what stands here is shown, by what it is part of. */
function placeOf(node: ts.Node): "shown" | "not shown" | "unknown" {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent) || ts.isConditionalExpression(parent) || ts.isAsExpression(parent))
    return ts.isConditionalExpression(parent) && parent.condition === node ? "not shown" : placeOf(parent);
  if (ts.isBinaryExpression(parent)) return isComparison(parent) ? "not shown" : placeOf(parent);
  if (ts.isPropertyAssignment(parent)) {
    const name = ts.isIdentifier(parent.name) || ts.isStringLiteral(parent.name) ? parent.name.text : "";
    // What is called as its property is names it: `{ text: "text" }`.
    if (parent.name === node || otherProperties.has(name) || saidBy(node) === name) return "not shown";
    return shownProperties.has(name) ? "shown" : "unknown";
  }
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
    const called = calledName(parent.expression);
    return showing.has(called) ? "shown" : notShowing.has(called) ? "not shown" : "unknown";
  }
  if (ts.isArrayLiteralExpression(parent))
    return placeOf(parent) === "not shown" ? "not shown" : isCompared(parent) ? "not shown" : "unknown";
  const isName =
    ts.isLiteralTypeNode(parent) ||
    ts.isImportDeclaration(parent) ||
    ts.isExportDeclaration(parent) ||
    ts.isElementAccessExpression(parent) ||
    ts.isCaseClause(parent) ||
    ts.isPropertySignature(parent);
  return isName ? "not shown" : "unknown";
}

function isComparison({ operatorToken }: ts.BinaryExpression): boolean {
  return [
    ts.SyntaxKind.EqualsEqualsEqualsToken,
    ts.SyntaxKind.ExclamationEqualsEqualsToken,
    ts.SyntaxKind.InKeyword,
  ].includes(operatorToken.kind);
}

/** Whether a list is only asked what it includes. */
function isCompared({ parent }: ts.Node): boolean {
  return ts.isPropertyAccessExpression(parent) && parent.name.text === "includes";
}

function calledName(called: ts.Expression): string {
  if (ts.isPropertyAccessExpression(called)) return called.name.text;
  return ts.isIdentifier(called) ? called.text : "";
}
