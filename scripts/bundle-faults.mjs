// What must not be in main.js, found by reading its syntax. Pure, so that each rule can be shown to fail.

/** The most that main.js may have, in bytes. */
export const LARGEST_BUNDLE = 540_000;

const GIVEN_BY_OBSIDIAN = /^(?:obsidian|@codemirror\/[a-z-]+)$/;
const NODE_GLOBALS = new Set(['Buffer', 'process', 'global', '__dirname', '__filename', 'setImmediate']);
const REQUESTS = new Set(['XMLHttpRequest', 'WebSocket', 'EventSource', 'sendBeacon', 'requestUrl', 'importScripts']);
const WINDOWS = new Set(['window', 'self', 'globalThis', 'activeWindow']);
const LOOK_BEHIND = /(?:^|[^\\])(?:\\\\)*\(\?<[=!]/;

/** What is wrong with a bundle, a sentence each. `ts` is the TypeScript compiler, which reads it. */
export function bundleFaults(code, ts) {
  const bytes = new TextEncoder().encode(code).length;
  const faults =
    bytes > LARGEST_BUNDLE ? [`it has ${kilobytes(bytes)}, and may have ${kilobytes(LARGEST_BUNDLE)}`] : [];
  const file = ts.createSourceFile('main.js', code, ts.ScriptTarget.Latest, true);
  const fault = (node, what) =>
    faults.push(
      `${what}: …${code.slice(Math.max(0, node.getStart() - 40), node.getStart() + 60).replace(/\s+/g, ' ')}…`,
    );
  const visit = (node) => {
    if (ts.isIdentifier(node)) {
      const { parent } = node;
      const isMember =
        (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent)) &&
        parent.name === node;
      const isCalled = (ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression === node;
      if (node.text === 'eval' && !isMember) fault(node, 'it runs text as code');
      if (node.text === 'Function' && isCalled) fault(node, 'it runs text as code');
      if (NODE_GLOBALS.has(node.text) && !isMember && !ts.isTypeOfExpression(parent))
        fault(node, `it wants Node's ${node.text}`);
      // A `fetch` of somebody's own is none.
      const isFetch =
        node.text === 'fetch' &&
        (!isMember || (ts.isPropertyAccessExpression(parent) && WINDOWS.has(parent.expression.text)));
      if (isFetch || REQUESTS.has(node.text)) fault(node, 'it can reach the network');
      if (node.text === 'require' && !isMember && !isCalled && !ts.isTypeOfExpression(parent))
        fault(node, 'it passes `require` on');
      if (node.text === 'require' && isCalled && !GIVEN_BY_OBSIDIAN.test(parent.arguments[0]?.text ?? ''))
        fault(node, 'it requires what Obsidian does not give');
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      fault(node, 'it imports at run time');
    if (
      (ts.isRegularExpressionLiteral(node) || ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node)) &&
      LOOK_BEHIND.test(node.text)
    )
      fault(node, 'it has a look-behind');
    ts.forEachChild(node, visit);
  };
  visit(file);
  return faults;
}

/** A size as people read it. */
export function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
