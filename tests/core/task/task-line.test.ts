import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LONGEST_LINE } from '../../../src/core/text/caps';
import { parseTaskLine, printTaskLine, type Segment } from '../../../src/core/task/task-line';
import { detectDamage } from '../../../src/core/text/encoding';
import { damaged } from '../text/damage';

const PIECES = [
  '- ',
  '* ',
  '1. ',
  '> ',
  '\t',
  '  ',
  '[?] ',
  '[ ] ',
  '[x]',
  '[👍] ',
  'Send',
  ' the racks',
  '@Ana',
  ' @',
  '@Ana van der Berg (lead)',
  '(@Ben)',
  '@[[Ana|A]]',
  ' #task',
  '#proposed',
  ' 📅',
  ' 2026-03-06',
  '📅 TBD',
  ' ⏫',
  '⏫\ufe0f',
  '🔁 every week',
  '🏁 delete',
  '🆔 a1',
  '⛔ b2,c3',
  ' ✅ 2026-01-01',
  '❌',
  '[due:: 2026-03-06]',
  '(priority:: high)',
  '[a::',
  '^a1',
  '\u00a0',
  '\u2028',
  'a@b.example',
  'https://x.example/@a#b',
  '[[',
  ']]',
  '`',
  '🛫',
  '➕',
  '\ud83d',
  '\udcc5',
  '',
];
const lines = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join('')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => `- [?] ${pieces.join('')}`),
  fc.string({ unit: 'binary' }).map((text) => `- [ ] ${text.replace(/[\r\n]/g, '')}`),
);

const written = fc
  .array(fc.constantFrom(...PIECES.filter((piece) => !/[\ud800-\udfff]/u.test(piece))), { maxLength: 14 })
  .map((pieces) => `- [?] ${pieces.join('')}`);

describe('print undoes parse', () => {
  it('for any line', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const task = parseTaskLine(line);
        if (task !== null) expect(printTaskLine(task)).toBe(line);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['mac-roman', 'windows-1252'] as const)(
    'for any line damaged by %s, which reads as the line before',
    (damage) => {
      fc.assert(
        fc.property(written, lines, (before, after) => {
          const line = before + after;
          const broken = damaged(before, damage) + after;
          const task = parseTaskLine(broken, damage);
          if (task === null) return;
          expect(printTaskLine(task)).toBe(broken);
          const meaning = (segments: readonly Segment[]): unknown =>
            segments.map((segment) => ({ ...segment, raw: '' }));
          const whole = parseTaskLine(line);
          if (whole !== null && task.symbol === whole.symbol)
            expect(meaning(task.segments)).toEqual(meaning(whole.segments));
        }),
        { numRuns: 1000 },
      );
    },
  );

  it('with a changed piece, for all else', () => {
    const line = '- [?] Send the deck. @Ana  📅 2026-03-06 #task  #proposed #auto ^a1';
    const task = parseTaskLine(line)!;
    const segments = task.segments.filter((segment) => segment.kind !== 'tag' || segment.tag !== 'proposed');
    expect(printTaskLine({ ...task, symbol: ' ', segments })).toBe(
      '- [ ] Send the deck. @Ana  📅 2026-03-06 #task #auto ^a1',
    );
  });
});

describe('a task line', () => {
  it.each([
    ['- [?] a', '- ', '?'],
    ['* [ ] a', '* ', ' '],
    ['+ [x] a', '+ ', 'x'],
    ['1. [/] a', '1. ', '/'],
    ['12) [-] a', '12) ', '-'],
    ['\t- [?] a', '\t- ', '?'],
    ['    - [?] a', '    - ', '?'],
    ['> - [?] a', '> - ', '?'],
    ['> > - [?] a', '> > - ', '?'],
    ['>- [?] a', '>- ', '?'],
    ['-   [?] a', '-   ', '?'],
    ['- [👍] a', '- ', '👍'],
    ['- [?]', '- ', '?'],
    ['- [?]\u00a0a', '- ', '?'],
    ['- [?]\ta', '- ', '?'],
    ['- - [?] a', '- - ', '?'],
    ['1. > * [?] a', '1. > * ', '?'],
  ])('is %j', (line, prefix, symbol) => {
    expect(parseTaskLine(line)).toMatchObject({ prefix, symbol });
  });

  it.each([
    '- a',
    '[?] a',
    '- []  a',
    '- [??] a',
    '-[?] a',
    '- [?]a',
    '- [?](https://a.example)',
    '- \\[?] a',
    'a - [?] b',
    '1234567890. [?] a',
    '',
  ])('is not %j', (line) => {
    expect(parseTaskLine(line)).toBeNull();
  });
});

/** What the fields of a line say, as `kind value`. */
function fields(text: string): readonly string[] {
  const line = `- [?] ${text}`;
  return parseTaskLine(line, detectDamage(line))!.segments.flatMap((segment) => {
    switch (segment.kind) {
      case 'text':
      case 'comment':
        return [];
      case 'owner':
        return [`@${segment.name}`];
      case 'date':
        return [`${segment.field} ${segment.day ?? '?'}`];
      case 'priority':
        return [segment.priority];
      case 'tag':
        return [`#${segment.tag}`];
      case 'other':
        return [`${segment.field} ${segment.value}`];
      case 'block-id':
        return [`^${segment.id}`];
    }
  });
}

describe('owners', () => {
  it.each([
    ['Do it. @Myself 📅 2026-03-06 ⏫ #task', ['@Myself', 'due 2026-03-06', 'high', '#task']],
    ['Do it. @Ana de la Cruz #task', ['@Ana de la Cruz', '#task']],
    ['Do it. @Wim van der Laan ⏫', ['@Wim van der Laan', 'high']],
    ["Do it. @Siobhán O'Leary-Smith", ["@Siobhán O'Leary-Smith"]],
    ['Do it. @Jean-Luc K. #task', ['@Jean-Luc K.', '#task']],
    ['Do it. @Sammy Dee Jr. #task', ['@Sammy Dee Jr.', '#task']],
    ['Do it. @Ana (lead) #task', ['@Ana (lead)', '#task']],
    ['Do it. @Ana (with Ben, on site) 📅 2026-03-06', ['@Ana (with Ben, on site)', 'due 2026-03-06']],
    ['Do it. @Platform team #task', ['@Platform team', '#task']],
    ['Do it. @TBD #task', ['@TBD', '#task']],
    ['Do it. @Ana @Ben Ode #task', ['@Ana', '@Ben Ode', '#task']],
    ['Do it. @Ana, @Ben and @Cy #task', ['@Ana', '@Ben', '@Cy', '#task']],
    ['Do it. @Ana / @Ben', ['@Ana', '@Ben']],
    ['Do it. @Ana & @Ben', ['@Ana', '@Ben']],
    ['Do it (@Ana) #task', ['@Ana', '#task']],
    ['Do it [@Ana] #task', ['@Ana', '#task']],
    ['Do it. @[[Ana Lopez]] #task', ['@Ana Lopez', '#task']],
    ['Do it. @[[People/Ana Lopez|Ana]] #task', ['@Ana', '#task']],
    ['Do it. @[[People/Ana Lopez]] #task', ['@Ana Lopez', '#task']],
    ['Do it.\u00a0@Ana\u00a0Lopez\u00a0📅\u00a02026-03-06', ['@Ana\u00a0Lopez', 'due 2026-03-06']],
    ['Do it. @Ana. 📅 2026-03-06', ['@Ana', 'due 2026-03-06']],
    ['@Ana: send it #task', ['@Ana', '#task']],
    ['@Ana send it to all of them #task', ['@Ana', '#task']],
    ['Do it. @Ana #42 #task', ['@Ana', '#task']],
    ['Do it. @Ana @ the office #task', ['@Ana', '#task']],
    ['Do it. @Ana 📅 next week #task', ['@Ana', 'due ?', '#task']],
    ['Do it. @Ana ✅ approved #task', ['@Ana', 'done ?', '#task']],
    ['Do it. @Ana [due:: 2026-03-06]', ['@Ana', 'due 2026-03-06']],
    ['Do it. @李雷 📅 2026-03-06', ['@李雷', 'due 2026-03-06']],
    ['Do it. @Đặng Thị Hoa 📅 2026-03-06', ['@Đặng Thị Hoa', 'due 2026-03-06']],
    ['Do it. @3rd line #task', ['@3rd line', '#task']],
    ['Do it. @Ana ^a1b2', ['@Ana', '^a1b2']],
    ['Do it. [owner:: Ana Lopez] (assignee:: @Ben)', ['@Ana Lopez', '@Ben']],
    ['Do it. @__proto__ #task', ['#task']],
    ['Ask @Ilse about the racks. @Myself #task', ['@Myself', '#task']],
  ])('%j', (text, wanted) => {
    expect(fields(text)).toEqual(wanted);
  });

  it.each([
    'Mail ana@b.example now',
    'Mail ana.lopez+x@mail.b.example',
    'See https://a.example/@ana/b',
    'See https://a.example/(@ana)',
    'See <https://a.example/?x=@ana>',
    'At 5€@ana',
    'x@y',
    '**@Ana**',
    '@',
    '@ Ana',
    '@@',
    'mailto:ana@b.example',
  ])('has none: %j', (text) => {
    expect(fields(text)).toEqual([]);
  });
});

describe('dates', () => {
  it.each([
    ['📅 2026-03-06', ['due 2026-03-06']],
    ['📅2026-03-06', ['due 2026-03-06']],
    ['📅\u00a02026-03-06', ['due 2026-03-06']],
    ['📅\ufe0f 2026-03-06', ['due 2026-03-06']],
    ['📆 2026-03-06', ['due 2026-03-06']],
    ['🗓️ 2026-03-06', ['due 2026-03-06']],
    ['📅 2026-03-06T10:00', ['due 2026-03-06']],
    ['📅 TBD', ['due ?']],
    ['📅 tbd', ['due ?']],
    ['📅 N/A', ['due ?']],
    ['📅', ['due ?']],
    ['📅 ??', ['due ?']],
    ['📅 2026-02-30', ['due ?']],
    ['📅 2026-13-01', ['due ?']],
    ['📅 2026-3-6', ['due ?']],
    ['📅 06.03.2026', ['due ?']],
    ['📅 2026/03/06', ['due ?']],
    ['📅 2026-03-061', ['due ?']],
    ['📅 TBD ⏫ #task', ['due ?', 'high', '#task']],
    ['📅 ⏫', ['due ?', 'high']],
    [
      '⏳ 2026-03-06 🛫 2026-03-07 ➕ 2026-03-08 ✅ 2026-03-09 ❌ 2026-03-10',
      ['scheduled 2026-03-06', 'start 2026-03-07', 'created 2026-03-08', 'done 2026-03-09', 'cancelled 2026-03-10'],
    ],
    ['⌛ 2026-03-06', ['scheduled 2026-03-06']],
    [
      '[due:: 2026-03-06] (scheduled:: 2026-03-07) [start::2026-03-08] [created:: 2026-03-09] [completion:: 2026-03-10] [cancelled:: 2026-03-11]',
      [
        'due 2026-03-06',
        'scheduled 2026-03-07',
        'start 2026-03-08',
        'created 2026-03-09',
        'done 2026-03-10',
        'cancelled 2026-03-11',
      ],
    ],
    ['[Due:: 2026-03-06]', ['due 2026-03-06']],
    ['[due:: TBD]', ['due ?']],
    ['[due:: ]', ['due ?']],
    ['[due:: 2026-03-061]', ['due ?']],
    ['[due:: [[2026-03-06]]]', ['due 2026-03-06']],
    ['üìÖ 2026-03-06'.replace('üì', '\uf8ffüì'), ['due 2026-03-06']],
    ['Ship the ✅ list', []],
    ['A ➕ button', []],
    ['The ❌ mark', []],
    ['Move it to 2026-03-06', []],
  ])('%j', (text, wanted) => {
    expect(fields(text)).toEqual(wanted);
  });
});

describe('other fields', () => {
  it.each([
    ['🔺 ⏫ 🔼 🔽 ⏬', ['highest', 'high', 'medium', 'low', 'lowest']],
    ['⏫\ufe0f ⏬️', ['high', 'lowest']],
    ['[priority:: high] (priority:: Lowest)', ['high', 'lowest']],
    ['[priority:: soon]', []],
    ['🔁 every week on Monday 📅 2026-03-06', ['recurrence every week on Monday', 'due 2026-03-06']],
    ['🔁 every day when done #task', ['recurrence every day when done', '#task']],
    ['🏁 delete #task', ['on-completion delete', '#task']],
    ['🏁 line tape', ['on-completion ']],
    ['🆔 abc123 ⛔ def456,ghi789', ['id abc123', 'depends-on def456,ghi789']],
    [
      '[repeat:: every week] [id:: a] [dependsOn:: b] [onCompletion:: keep]',
      ['recurrence every week', 'id a', 'depends-on b', 'on-completion keep'],
    ],
    ['[foo:: bar] [[a::b]]', []],
    ['^a1b2', ['^a1b2']],
    ['x ^a1b2 ', ['^a1b2']],
    ['2^10', []],
    ['^a1 b', []],
    ['#task #type/customer/emea #a-b_c', ['#task', '#type/customer/emea', '#a-b_c']],
    ['#grün #日本 #1a', ['#grün', '#日本', '#1a']],
    ['#123 a#b x#y https://a.example/#frag `#x', []],
    ['#task, #proposed.', ['#task', '#proposed']],
  ])('%j', (text, wanted) => {
    expect(fields(text)).toEqual(wanted);
  });

  it('are not looked for in a line that nobody wrote', () => {
    expect(fields(`${'a '.repeat(LONGEST_LINE)}@Ana #task`)).toEqual([]);
  });
});
