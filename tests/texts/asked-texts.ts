import ts from "typescript";

/** A text's place among all texts: ["home", "line", "dead"]. */
type Path = readonly string[];
/** What names stand for in a scope: a place among the texts; "" for what is none. */
type Scope = Map<string, Path | "">;

/**
 * The places of the texts that a source reads: `t` is all of them, and what is read of it may be given a name. A group
 * that is handed on, or picked from by a name that is not written out, is asked for as a whole.
 */
export function textsAskedIn(source: string): string[] {
  const file = ts.createSourceFile("page.tsx", source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const asked = new Set<string>();
  visit(file, [new Map([["t", []]])]);
  return [...asked];

  function visit(node: ts.Node, scopes: Scope[]): void {
    if (ts.isTypeNode(node)) return;
    if (ts.isVariableDeclaration(node) && node.initializer !== undefined) {
      const path = placeOf(node.initializer, scopes);
      if (path !== null) return nameIt(node.name, path, scopes);
    }
    const place = ts.isExpression(node) ? placeOf(node, scopes) : null;
    if (place !== null) {
      asked.add(place.join("."));
      return;
    }
    const inner = ts.isFunctionLike(node) || ts.isBlock(node) ? [...scopes, scopeOf(node)] : scopes;
    node.forEachChild((child) => visit(child, inner));
  }

  function nameIt(name: ts.BindingName, path: Path, scopes: Scope[]): void {
    if (ts.isIdentifier(name)) return void scopes.at(-1)?.set(name.text, path);
    for (const element of name.elements) {
      if (ts.isOmittedExpression(element)) continue;
      const key = element.propertyName ?? element.name;
      nameIt(element.name, ts.isIdentifier(key) ? [...path, key.text] : path, scopes);
    }
  }
}

/** A parameter hides what is called the same outside; what is handed over counts where it is handed over. */
function scopeOf(node: ts.Node): Scope {
  if (!ts.isFunctionLike(node)) return new Map();
  const names = node.parameters.flatMap(({ name }) => namesIn(name)).filter((name) => name !== "t");
  return new Map(names.map((name) => [name, ""]));
}

function namesIn(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : namesIn(element.name)));
}

/** null for what is no place among the texts. */
function placeOf(node: ts.Expression, scopes: Scope[]): Path | null {
  if (ts.isIdentifier(node)) {
    if (isNameOnly(node)) return null;
    const found = scopes.findLast((scope) => scope.has(node.text))?.get(node.text);
    return found === undefined || found === "" ? null : found;
  }
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression))
    return node.expression.text === "textsFor" ? [] : null;
  if (ts.isPropertyAccessExpression(node)) {
    if (ts.isCallExpression(node.expression) && node.expression.getText() === "useWords()")
      return node.name.text === "t" ? [] : null;
    const place = placeOf(node.expression, scopes);
    if (place !== null) return [...place, node.name.text];
    // What is told on may carry all texts along: `telling.t`.
    return node.name.text === "t" ? [] : null;
  }
  if (ts.isElementAccessExpression(node)) {
    const place = placeOf(node.expression, scopes);
    if (place === null || !ts.isStringLiteral(node.argumentExpression)) return null;
    return [...place, node.argumentExpression.text];
  }
  return null;
}

/** The key of an object or attribute, or the name of something new: nothing is read. */
function isNameOnly(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isJsxAttribute(parent) || ts.isPropertyAssignment(parent)) return parent.name === node;
  const isDeclaration =
    ts.isParameter(parent) || ts.isBindingElement(parent) || ts.isVariableDeclaration(parent);
  return isDeclaration && parent.initializer !== node;
}
