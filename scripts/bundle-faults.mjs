// What must not be in main.js, found by reading its syntax. Pure, so that each rule can be shown to fail.

/** The most that main.js may have, in bytes. */
export const LARGEST_BUNDLE = 670_000;

/**
 * The oldest engines that the plugin runs on, as esbuild names them. Obsidian 1.13, which manifest.json asks for, comes
 * with a Chromium of its own on a computer; on phones it takes what the system has. `color-mix` and container queries,
 * without which a style only looks plainer, are newer than these.
 */
export const OLDEST_ENGINES = ['chrome87', 'ios14.5', 'safari14.1'];

/**
 * What programs may not use, because one of these engines has not got it, with the first versions of Chromium and
 * Safari that have: functions and properties by name, since main.js tells no types. Of the names that are words of
 * everyday (`with`, `union`), only calls on what JavaScript brings could be meant, and the compiler keeps those out:
 * tsconfig.json knows no later library than ES2021, and of ES2021 all is there.
 */
export const TOO_NEW = new Map(
  Object.entries({
    at: '92, 15.4',
    hasOwn: '93, 15.4',
    randomUUID: '92, 15.4',
    subtle: '37, only where the address is secure',
    findLast: '97, 15.4',
    findLastIndex: '97, 15.4',
    toSorted: '110, 16',
    toReversed: '110, 16',
    toSpliced: '110, 16',
    groupBy: '117, 17.4',
    fromAsync: '121, 16.4',
    withResolvers: '119, 17.4',
    getOrInsert: '145, 26.2',
    isWellFormed: '111, 16.4',
    toWellFormed: '111, 16.4',
    symmetricDifference: '122, 17',
    isSubsetOf: '122, 17',
    isSupersetOf: '122, 17',
    isDisjointFrom: '122, 17',
    structuredClone: '98, 15.4',
    throwIfAborted: '100, 15.4',
    requestIdleCallback: '47, none',
    scheduler: '94, none',
    borderBoxSize: '84, 15.4',
    contentBoxSize: '84, 15.4',
    devicePixelContentBoxSize: '84, none',
    requestSubmit: '76, 16',
    showPicker: '99, 16',
    showPopover: '114, 17',
    showModal: '37, 15.4',
    checkVisibility: '105, 17.4',
    computedStyleMap: '66, 16.4',
    adoptedStyleSheets: '73, 16.4',
    replaceSync: '73, 16.4',
    attachInternals: '77, 16.4',
    inert: '102, 15.5',
    OffscreenCanvas: '69, 16.4',
    BroadcastChannel: '54, 15.4',
    DecompressionStream: '80, 16.4',
    CompressionStream: '80, 16.4',
    locks: '69, 15.4',
    supportedValuesOf: '99, 15.4',
    startViewTransition: '111, 18',
    Temporal: '144, none',
  }),
);

/** Constructors whose static functions are too new, where the names are those of other functions, too. */
const TOO_NEW_OF = new Map(Object.entries({ AbortSignal: ['any', 'timeout', 'abort'], Iterator: ['from'] }));

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
    const tooNew = tooNewIn(node, ts);
    if (tooNew !== null) fault(node, tooNew);
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

/** What a node of the syntax asks of an engine that the oldest ones have not got; null where nothing. */
function tooNewIn(node, ts) {
  const tell = (name, since) => `some phones have no \`${name}\` (Chromium, Safari: ${since})`;
  if (ts.isPropertyAccessExpression(node)) {
    const name = node.name.text;
    // A value of ours may be called so; what the platform brings under these names are functions, but for a few.
    const since = TOO_NEW.get(name);
    const isCalled = ts.isCallExpression(node.parent) && node.parent.expression === node;
    if (since !== undefined && (isCalled || PROPERTIES.has(name))) return tell(name, since);
    if (ts.isIdentifier(node.expression) && TOO_NEW_OF.get(node.expression.text)?.includes(name) === true)
      return tell(`${node.expression.text}.${name}`, 'too late');
  }
  // Taken out of an object: `const { borderBoxSize } = entry`.
  if (ts.isBindingElement(node)) {
    const { text } = node.propertyName ?? node.name;
    if (PROPERTIES.has(text)) return tell(text, TOO_NEW.get(text));
  }
  if (ts.isIdentifier(node) && /^[A-Zsr]/.test(node.text) && TOO_NEW.has(node.text)) {
    const { parent } = node;
    const isGlobal = (ts.isNewExpression(parent) || ts.isCallExpression(parent)) && parent.expression === node;
    if (isGlobal) return tell(node.text, TOO_NEW.get(node.text));
  }
  if (ts.isCallExpression(node) && ts.isOptionalChain(node) && node.arguments.some(ts.isSpreadElement))
    return tell('list that is spread behind `?.`', '91, 13.1');
  // `addEventListener(…, { signal })`, which Safari before 15 and Chromium before 90 pass over: nothing would ever end.
  if (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === 'addEventListener' &&
    node.arguments[2]?.properties?.some?.(({ name }) => name?.text === 'signal') === true
  )
    return tell('signal of addEventListener', '90, 15');
  if (ts.isRegularExpressionLiteral(node) && /[dv][a-z]*$/.test(node.text.slice(node.text.lastIndexOf('/'))))
    return tell('flags d and v of regular expressions', '90, 15; 112, 17');
  return null;
}

const PROPERTIES = new Set([
  'borderBoxSize',
  'contentBoxSize',
  'devicePixelContentBoxSize',
  'adoptedStyleSheets',
  'inert',
]);

/** A size as people read it. */
export function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
