import ts from 'typescript';

/** One import of a file, in whatever form it is written. */
export interface Import {
  /** As written; null where it is computed. */
  readonly from: string | null;
  /** It leaves nothing behind at run time. */
  readonly typeOnly: boolean;
}

/** What the rules of the house need to know of a source file. */
export interface SourceFacts {
  readonly imports: readonly Import[];
  /** Names that only the world outside gives: the screen, Node, the console, the clock. */
  readonly outside: readonly string[];
  /** Regular expressions (and texts that may become one) with a look-behind. */
  readonly lookBehinds: readonly string[];
  /** Names that are declared at the top. */
  readonly declared: readonly string[];
  /** It only passes on what other files export. */
  readonly barrel: boolean;
}

const OUTSIDE = new Set([
  'document',
  'window',
  'activeDocument',
  'activeWindow',
  'navigator',
  'location',
  'localStorage',
  'indexedDB',
  'fetch',
  'XMLHttpRequest',
  'alert',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'requestAnimationFrame',
  'requestIdleCallback',
  'performance',
  'console',
  'process',
  'Buffer',
  'global',
  'globalThis',
  'require',
  'module',
  '__dirname',
  '__filename',
]);
/** An opening bracket that is not escaped itself. */
const LOOK_BEHIND = /(?:^|[^\\])(?:\\\\)*\(\?<[=!]/;

/** Reads a source file. It is not run, and its types are not looked at. */
export function sourceFacts(path: string, text: string): SourceFacts {
  const file = ts.createSourceFile(
    path,
    text,
    ts.ScriptTarget.Latest,
    true,
    path.endsWith('x') ? ts.ScriptKind.TSX : undefined,
  );
  const imports: Import[] = [...file.referencedFiles, ...file.typeReferenceDirectives].map(({ fileName }) => ({
    from: fileName,
    typeOnly: true,
  }));
  const outside: string[] = [];
  const lookBehinds: string[] = [];

  const visit = (node: ts.Node): void => {
    const found = importOf(node);
    if (found !== null) imports.push(found);
    const name = outsideName(node);
    if (name !== null) outside.push(name);
    if (
      (ts.isRegularExpressionLiteral(node) || ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node)) &&
      LOOK_BEHIND.test(node.text)
    ) {
      lookBehinds.push(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { imports, outside, lookBehinds, declared: file.statements.flatMap(declaredNames), barrel: isBarrel(file) };
}

function importOf(node: ts.Node): Import | null {
  if (ts.isImportDeclaration(node))
    return {
      from: literal(node.moduleSpecifier),
      typeOnly: node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword,
    };
  if (ts.isExportDeclaration(node))
    return node.moduleSpecifier === undefined
      ? null
      : { from: literal(node.moduleSpecifier), typeOnly: node.isTypeOnly };
  if (ts.isImportTypeNode(node))
    return { from: ts.isLiteralTypeNode(node.argument) ? literal(node.argument.literal) : null, typeOnly: true };
  if (ts.isExternalModuleReference(node)) return { from: literal(node.expression), typeOnly: false };
  if (
    ts.isCallExpression(node) &&
    (node.expression.kind === ts.SyntaxKind.ImportKeyword || isNamed(node.expression, 'require'))
  ) {
    return { from: literal(node.arguments[0]), typeOnly: false };
  }
  return null;
}

function literal(node: ts.Node | undefined): string | null {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : null;
}

function isNamed(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}

function outsideName(node: ts.Node): string | null {
  if (ts.isIdentifier(node)) return OUTSIDE.has(node.text) && !isMemberName(node) ? node.text : null;
  if (ts.isPropertyAccessExpression(node) && isNamed(node.expression, 'Date') && node.name.text === 'now')
    return 'Date.now';
  if (ts.isNewExpression(node) && isNamed(node.expression, 'Date') && !node.arguments?.length) return 'new Date()';
  if (ts.isCallExpression(node) && isNamed(node.expression, 'Date')) return 'Date()';
  return null;
}

/**
 * Whether an identifier names a member of something else: `note.process`, `{ process: 1 }`, `readonly process: string`.
 */
function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  const hasName =
    ts.isPropertyAccessExpression(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isMethodDeclaration(parent);
  return hasName && parent.name === node;
}

function declaredNames(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  const named =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEnumDeclaration(statement);
  return named && statement.name !== undefined ? [statement.name.text] : [];
}

function isBarrel(file: ts.SourceFile): boolean {
  const passesOn = file.statements.filter((statement) => ts.isExportDeclaration(statement));
  return (
    passesOn.length > 0 &&
    file.statements.every((statement) => ts.isExportDeclaration(statement) || ts.isImportDeclaration(statement))
  );
}
