import ts from "typescript";

/** A file of the sources; its path is relative to their folder, and imports of others lead to `files` as well. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** What changes what it is called on. */
const mutators: ReadonlySet<string> = new Set(
  "set add delete clear push pop shift unshift splice sort reverse fill copyWithin".split(" "),
);
/** What changes its first argument. */
const changers: ReadonlySet<string> = new Set(["assign", "defineProperty", "defineProperties", "setPrototypeOf"]);
/** Collections that only remember. */
const memories: ReadonlySet<string> = new Set(["WeakMap", "WeakSet", "WeakRef"]);
const collections: ReadonlySet<string> = new Set(["Map", "Set", "Array"]);
/**
 * These make a constant late: a value that depends on nothing, and one for each of the languages, which are constants
 * themselves. What they make is checked as a constant is.
 */
const lazy: ReadonlySet<string> = new Set(["once", "perLanguage"]);

/**
 * Where a module keeps state that outlives a call, one line each: variables that can be assigned again, collections
 * that are not declared read-only, constants that something is written to (wherever in the sources), instances of
 * classes, static properties, and constants made by functions whose results remember.
 */
export function moduleState(files: readonly SourceFile[]): readonly string[] {
  const program = programOf(files);
  const checker = program.getTypeChecker();
  const sources = files.flatMap(({ path }) => program.getSourceFile(`/${path}`) ?? []);
  const found: string[] = [];
  const report = (node: ts.Node, what: string): void => {
    const source = node.getSourceFile();
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${source.fileName.slice(1)}:${line + 1} ${what}`);
  };
  const symbolOf = (node: ts.Node): ts.Symbol | undefined => {
    const symbol = checker.getSymbolAtLocation(node);
    return symbol && (symbol.flags & ts.SymbolFlags.Alias) !== 0 ? checker.getAliasedSymbol(symbol) : symbol;
  };
  const known = namesOf(sources);
  const remembering = new Set<ts.Symbol>();
  for (const source of sources)
    visit(source, (node) => {
      if (!ts.isFunctionDeclaration(node) || node.name === undefined || lazy.has(node.name.text)) return;
      const symbol = symbolOf(node.name);
      if (symbol && remembers(node, symbolOf)) remembering.add(symbol);
    });
  for (const source of sources) {
    for (const statement of source.statements) {
      if (ts.isVariableStatement(statement)) {
        const isConst = (statement.declarationList.flags & ts.NodeFlags.Const) !== 0;
        for (const declaration of statement.declarationList.declarations) {
          if (!isConst) report(declaration, `\`${declaration.name.getText()}\` can be assigned again`);
          else if (declaration.initializer)
            checkValue(declaration.initializer, declaration.type?.getText() ?? "", report);
        }
      }
      outsideFunctions(statement, (node) => {
        if (ts.isPropertyDeclaration(node) && node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword))
          report(node, `static property \`${node.name.getText()}\``);
        if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return;
        const symbol = symbolOf(node.expression);
        if (symbol && remembering.has(symbol)) report(node, `\`${node.expression.getText()}\` remembers`);
      });
    }
    visit(source, (node) => {
      const target = changed(node);
      const symbol = target && known.has(target.text) ? symbolOf(target) : undefined;
      const declaration = symbol?.declarations?.[0];
      if (target && declaration && isOfModule(declaration) && !isPlaceOfPattern(node, declaration))
        report(node, `\`${target.text}\` of a module is written to`);
    });
  }
  return found;
}

/** What constants of modules are called, by the modules and by those that import them. */
function namesOf(sources: readonly ts.SourceFile[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const source of sources) {
    for (const statement of source.statements) {
      if (ts.isVariableStatement(statement))
        for (const { name } of statement.declarationList.declarations) names.add(name.getText());
      else if (ts.isImportDeclaration(statement) && statement.importClause)
        visit(statement.importClause, (node) => ts.isIdentifier(node) && names.add(node.text));
    }
  }
  return names;
}

function programOf(files: readonly SourceFile[]): ts.Program {
  const texts = new Map(files.map(({ path, text }) => [`/${path}`, text]));
  const host: ts.CompilerHost = {
    fileExists: (path) => texts.has(path),
    readFile: (path) => texts.get(path),
    getSourceFile: (path, options) => {
      const text = texts.get(path);
      return text === undefined ? undefined : ts.createSourceFile(path, text, options, true);
    },
    getDefaultLibFileName: () => "/lib.d.ts",
    writeFile: () => undefined,
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
  };
  const options: ts.CompilerOptions = {
    noLib: true,
    types: [],
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  return ts.createProgram([...texts.keys()], options, host);
}

/** A constant's value: a collection has to be declared read-only, and nothing may remember. */
function checkValue(value: ts.Expression, type: string, report: (node: ts.Node, what: string) => void): void {
  if (ts.isCallExpression(value) && lazy.has(value.expression.getText())) {
    const [compute] = value.arguments;
    if (compute === undefined || !ts.isArrowFunction(compute) || ts.isBlock(compute.body)) return;
    checkValue(compute.body, compute.type?.getText() ?? "", report);
    return;
  }
  if (!ts.isNewExpression(value)) return;
  const name = value.expression.getText();
  if (collections.has(name)) {
    if (!/^(?:Readonly(?:Map|Set|Array)\b|readonly )/.test(type))
      report(value, `a ${name} that is not declared read-only`);
  } else if (memories.has(name)) report(value, `a ${name}`);
  else if (!/^(?:RegExp|Intl\..*|URL|Uint8Array|TextEncoder|TextDecoder)$/.test(name))
    report(value, `an instance of ${name}`);
}

/** The variable that a node changes: assigns to, writes into, or calls a changing method of. */
function changed(node: ts.Node): ts.Identifier | null {
  if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) return rootOf(node.left);
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    const isStep = node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken;
    return isStep ? rootOf(node.operand) : null;
  }
  if (ts.isDeleteExpression(node)) return rootOf(node.expression);
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  const { expression, name } = node.expression;
  const [first] = node.arguments;
  if (mutators.has(name.text)) return rootOf(expression);
  return expression.getText() === "Object" && changers.has(name.text) && first ? rootOf(first) : null;
}

function isAssignment(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

/** The variable at the root of `a.b[c].d`; a call in between makes a value of its own. */
function rootOf(node: ts.Node): ts.Identifier | null {
  if (ts.isIdentifier(node)) return node;
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return rootOf(node.expression);
  if (ts.isNonNullExpression(node) || ts.isParenthesizedExpression(node)) return rootOf(node.expression);
  return null;
}

function isOfModule(declaration: ts.Declaration): boolean {
  return (
    ts.isVariableDeclaration(declaration) &&
    ts.isVariableStatement(declaration.parent.parent) &&
    ts.isSourceFile(declaration.parent.parent.parent)
  );
}

/** `lastIndex` says where a sticky pattern is to look next: whoever runs the pattern sets it before. */
function isPlaceOfPattern(node: ts.Node, declaration: ts.Declaration): boolean {
  const isPlace =
    ts.isBinaryExpression(node) && ts.isPropertyAccessExpression(node.left) && node.left.name.text === "lastIndex";
  const value = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  return (
    isPlace &&
    value !== undefined &&
    (ts.isRegularExpressionLiteral(value) || /^(?:new RegExp\()/.test(value.getText()))
  );
}

/** Whether a function makes functions that change its own variables, and hands them out. */
function remembers(outer: ts.FunctionDeclaration, symbolOf: (node: ts.Node) => ts.Symbol | undefined): boolean {
  if (outer.body === undefined) return false;
  const handedOut = new Set<ts.Node>();
  visitOwn(outer.body, (node) => {
    if (ts.isReturnStatement(node) && node.expression) visit(node.expression, (part) => handedOut.add(part));
  });
  let found = false;
  visit(outer.body, (inner) => {
    if (!ts.isFunctionLike(inner) || !handedOut.has(inner)) return;
    visit(inner, (node) => {
      const target = changed(node);
      const declaration = target && symbolOf(target)?.declarations?.[0];
      if (declaration && isWithin(declaration, outer) && !isWithin(declaration, inner)) found = true;
    });
  });
  return found;
}

function isWithin(node: ts.Node, outer: ts.Node): boolean {
  return node.getSourceFile() === outer.getSourceFile() && node.pos >= outer.pos && node.end <= outer.end;
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => {
    visit(child, look);
  });
}

/** Without the functions within. */
function visitOwn(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => {
    if (!ts.isFunctionLike(child)) visitOwn(child, look);
  });
}

/** What runs when the module is loaded. */
function outsideFunctions(node: ts.Node, look: (node: ts.Node) => void): void {
  if (!ts.isFunctionLike(node)) visitOwn(node, look);
}
