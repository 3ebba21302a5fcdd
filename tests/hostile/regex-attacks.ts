import { RegExpParser, type AST } from '@eslint-community/regexpp';

/** A text that is `before`, then `pump` as often as it takes, then `after`. */
export interface Attack {
  readonly before: string;
  readonly pump: string;
  readonly after: string;
}

/** The text of an attack, of about so many UTF-16 units. */
export function attackText({ before, pump, after }: Attack, length: number): string {
  return before + pump.repeat(Math.max(1, Math.ceil(length / pump.length))) + after;
}

/** Units that stand for the rest of their kind; a regular expression's own come before them. */
const COMMON = [...' \taA0z9_-.,"\'()[]{}<>/\\|#@^*+?!=~`$%&:;\n\ré中😀\u00a0\u0301\u200b\u0000'];
/** So many units of a class are tried. */
const MOST_OF_CLASS = 5;
/** A quantifier that goes no further makes no long run. */
const LONG_RUN = 20;
/** What may stand where the match has to fail. */
const ENDS = ['', '\u0000', '!', '\n', ' x', 'a'];

/**
 * The attacks on a regular expression, made from what it says: runs of what its quantifiers repeat, of its units and of
 * its whole, behind what leads to them, and with ends at which a match fails.
 */
export function attacksOn(regex: RegExp): readonly Attack[] {
  const pattern = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(regex.source, undefined, undefined, {
    unicode: regex.unicode,
  });
  const sampler = samplerOf(regex, pattern);
  const runs = quantifiersIn(pattern).flatMap((quantifier) => runsOf(quantifier, sampler));
  const pumps = [...new Set([' ', ...piecesOf(pattern, sampler), ...runs.map(({ pump }) => pump)])].filter(Boolean);
  const whole = pattern.alternatives.map((alternative) => sampler.least(alternative, 1));
  const attacks = [
    ...runs.flatMap(({ before, pump, after }) =>
      [...ENDS, after.slice(0, -1), `${after}\u0000`, `${after} x`].map((end) => ({ before, pump, after: end })),
    ),
    // What leads to a run, again and again: each of them may look ahead to the end.
    ...runs.flatMap(({ before, pump }) => [
      { before: '', pump: before + pump, after: '\u0000' },
      { before: '', pump: `${before}${pump}${pump} `, after: '\u0000' },
    ]),
    ...pumps.flatMap((pump) =>
      ['', 'x', ...whole].flatMap((before) => ['', 'x', '\u0000'].map((after) => ({ before, pump, after }))),
    ),
    ...whole
      .filter(Boolean)
      .flatMap((pump) => ['', ' '].map((space) => ({ before: '', pump: pump + space, after: '\u0000' }))),
  ];
  const known = new Map(attacks.filter(({ pump }) => pump !== '').map((attack) => [JSON.stringify(attack), attack]));
  return [...known.values()];
}

interface Sampler {
  /** A short text that a node matches, each quantifier in it at least so often. */
  least(node: AST.Node, times: number): string;
  /** Units that a class matches. */
  unitsOf(node: AST.CharacterClass | AST.CharacterSet | AST.ExpressionCharacterClass): readonly string[];
}

function samplerOf(regex: RegExp, pattern: AST.Pattern): Sampler {
  const own: string[] = [];
  walk(pattern, (node) => {
    if (node.type === 'Character') own.push(String.fromCodePoint(node.value));
  });
  const units = [...new Set([...own, ...COMMON])];
  const flags = regex.flags.replace(/[gy]/g, '');
  const unitsOf: Sampler['unitsOf'] = (node) => {
    const one = new RegExp(`^(?:${node.raw})$`, flags);
    return spread(units.filter((unit) => one.test(unit)));
  };
  const least: Sampler['least'] = (node, times) => {
    switch (node.type) {
      case 'Alternative':
        return node.elements.map((element) => least(element, times)).join('');
      case 'Group':
      case 'CapturingGroup':
        return least(node.alternatives[0]!, times);
      case 'Quantifier':
        return least(node.element, times).repeat(Math.min(node.max, Math.max(node.min, times)));
      case 'Character':
        return String.fromCodePoint(node.value);
      case 'CharacterClass':
      case 'CharacterSet':
      case 'ExpressionCharacterClass':
        return unitsOf(node)[0] ?? '';
      case 'Backreference':
        return Array.isArray(node.resolved) ? '' : least(node.resolved, times);
      default:
        return '';
    }
  };
  return { least, unitsOf };
}

/** The first ones, and some of those that follow. */
function spread(units: readonly string[]): readonly string[] {
  const step = Math.max(1, Math.floor(units.length / MOST_OF_CLASS));
  return [...new Set([...units.slice(0, 2), ...units.filter((_, index) => index % step === 0)])];
}

function walk(node: AST.Node, visit: (node: AST.Node) => void): void {
  visit(node);
  if ('alternatives' in node) for (const child of node.alternatives) walk(child, visit);
  if ('elements' in node) for (const child of node.elements) walk(child, visit);
  if (node.type === 'Quantifier') walk(node.element, visit);
}

function quantifiersIn(pattern: AST.Pattern): readonly AST.Quantifier[] {
  const found: AST.Quantifier[] = [];
  walk(pattern, (node) => {
    if (node.type === 'Quantifier' && node.max > LONG_RUN) found.push(node);
  });
  return found;
}

/** What a quantifier repeats, behind what leads to it and before what has to follow. */
function runsOf(quantifier: AST.Quantifier, { least, unitsOf }: Sampler): readonly Attack[] {
  const { element } = quantifier;
  const pumps =
    element.type === 'CharacterClass' || element.type === 'CharacterSet'
      ? unitsOf(element)
      : 'alternatives' in element
        ? element.alternatives.flatMap((alternative) => [least(alternative, 0), least(alternative, 1)])
        : [least(element, 1)];
  const leads = [0, 1].map((times) => {
    let before = '';
    let after = '';
    for (let node: AST.Node = quantifier; node.parent !== null; node = node.parent) {
      const { parent }: { parent: AST.Node } = node;
      if (parent.type !== 'Alternative') continue;
      const at = parent.elements.indexOf(node as AST.Element);
      before =
        parent.elements
          .slice(0, at)
          .map((one) => least(one, times))
          .join('') + before;
      after += parent.elements
        .slice(at + 1)
        .map((one) => least(one, times))
        .join('');
    }
    return { before, after };
  });
  return pumps.flatMap((pump) => leads.map((lead) => ({ ...lead, pump }))).filter(({ pump }) => pump !== '');
}

/** Its alternatives, groups and units, each as a text. */
function piecesOf(pattern: AST.Pattern, { least, unitsOf }: Sampler): readonly string[] {
  const pieces: string[] = [];
  walk(pattern, (node) => {
    if (node.type === 'Alternative') pieces.push(least(node, 0), least(node, 1));
    else if (node.type === 'Character') pieces.push(String.fromCodePoint(node.value));
    else if (node.type === 'CharacterClass' || node.type === 'CharacterSet') pieces.push(...unitsOf(node));
  });
  return pieces;
}
