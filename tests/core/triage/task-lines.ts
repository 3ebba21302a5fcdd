import fc from 'fast-check';

/** Pieces of task lines in any order and number, well-formed or not. */
const piece = fc.constantFrom(
  'Send it',
  'to Ilse.',
  '@Myself',
  '@Ana de la Cruz',
  '📅 2026-03-06',
  '📅 TBD',
  '⏳ 2026-03-01',
  '🛫 2026-12-24',
  '🛫 2026-01-01',
  '🛫 soon',
  '➕ 2026-01-01',
  '✅ 2026-01-02',
  '❌ 2026-01-03',
  '❌',
  '⏫',
  '🔽',
  '🔁 every week',
  '🏁 delete',
  '🆔 abc',
  '⛔ def',
  '#task',
  '#proposed',
  '#auto',
  '#copy',
  '#Proposed',
  '[due:: 2026-03-06]',
  '(start:: 2026-12-24)',
  '[cancelled:: 2026-01-01]',
  '[priority:: high]',
  '[owner:: Ana]',
  '`code`',
  '[[link]]',
  '',
  '^block-1',
  '(later)',
);
/** Task lines of any pieces. */
export const line: fc.Arbitrary<string> = fc
  .record({
    prefix: fc.constantFrom('- ', '\t* ', '> 1. '),
    symbol: fc.constantFrom('?', '?', ' ', '/', 'x', '-'),
    pieces: fc.array(piece, { maxLength: 9 }),
    end: fc.constantFrom('', ' ', ' ^id-1', ' ^id-1 '),
  })
  .map(({ prefix, symbol, pieces, end }) => `${prefix}[${symbol}] ${pieces.join(' ')}${end}`);

/**
 * Lines in which a change may make something else of the words: mentions, fields among words and in brackets, pieces
 * without space between them.
 */
export const oddLine: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      ' Ask',
      ' Send it',
      ' about the racks',
      ' next week',
      ' @Ilse',
      ' @Ana',
      ' @Ana,',
      ' (@Ana)',
      '(',
      ')',
      ' 📅',
      ' 📅 2026-03-06',
      '📅 2026-03-06',
      ' (📅 2026-03-06)',
      '⏫',
      ' ⏫',
      ' 🔁 every',
      ' #budget',
      ' #task',
      ' #proposed',
      ' [owner:: Ben]',
      ' [due:: 2026-03-06]',
      ' [due::',
      ' ]',
      ' #42',
      '  ',
      ' ^a1',
      ':',
      '.',
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((pieces) => `- [?] Do${pieces.join('')}`);

/** Lines as they are usually written: words, owners, then fields in any order. */
export const usualLine: fc.Arbitrary<string> = fc
  .record({
    symbol: fc.constantFrom('?', '?', ' ', '/'),
    words: fc.constantFrom(
      'Send it.',
      'Call Ilse #Proposed about it.',
      'Read [[Note]] and `code` (later).',
      'Fix the #budget sheet.',
    ),
    owners: fc.subarray(['@Myself', '@Ana de la Cruz']),
    fields: fc.shuffledSubarray([
      '📅 2026-03-06',
      '📅 TBD',
      '⏳ 2026-03-01',
      '🛫 2026-12-24',
      '🛫 2026-01-01',
      '🛫 TBD',
      '➕ 2026-01-01',
      '✅ 2026-01-02',
      '❌ 2026-01-03',
      '⏫',
      '🔽',
      '🔁 every week',
      '🆔 abc',
      '#task',
      '#proposed',
      '#auto',
      '#copy',
      '[due:: 2026-03-06]',
      '(start:: 2026-12-24)',
      '[cancelled:: 2026-01-01]',
      '[priority:: high]',
    ]),
    end: fc.constantFrom('', ' ', ' ^id-1'),
  })
  .map(({ symbol, words, owners, fields, end }) => `- [${symbol}] ${[words, ...owners, ...fields].join(' ')}${end}`);

/**
 * What the Tasks plugin reads of a line, the way it does: fields and tags from the end backwards, until something else
 * stands there.
 */
export function readAsTasksDoes(raw: string): readonly string[] {
  const found: string[] = [];
  let rest = raw.replace(/\s\^[a-zA-Z0-9-]+\s*$/u, '').trim();
  const field =
    /(?:(?:📅|⏳|🛫|➕|✅|❌)\ufe0f? *\d{4}-\d{2}-\d{2}|[🔺⏫🔼🔽⏬]\ufe0f?|🔁\ufe0f? ?[a-zA-Z0-9, !]+|🏁 *[a-zA-Z]+|🆔 *[\w-]+|⛔ *[\w-]+(?: *, *[\w-]+ *)*|(?:^|\s)#[^ !@#$%^&*(),.?":{}|<>]+|[[(](?:due|scheduled|start|created|completion|cancelled|priority|repeat):: [^\])]*[\])])$/u;
  for (let match = field.exec(rest); match !== null; match = field.exec(rest)) {
    found.push(match[0].trim());
    rest = rest.slice(0, match.index).trim();
  }
  return found;
}
