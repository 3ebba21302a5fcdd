import { describe, expect, it } from '@jest/globals';
import { readSettings, statusSymbols } from '../../../src/core/settings';
import { DEFAULT_STATUS_SYMBOLS, statusOf } from '../../../src/core/task/status';
import { readTask, type Task } from '../../../src/core/task/task';

function task(raw: string, symbols = DEFAULT_STATUS_SYMBOLS): Task {
  return readTask(raw, { line: 7, heading: 'Action Items', symbols, damage: null })!;
}

describe('a task', () => {
  it('holds all that its line says', () => {
    const raw = '- [?] Send the rack layout to Ilse. @Myself 📅 2026-03-06 ⏫ #task #proposed #auto';
    expect(task(raw)).toEqual({
      form: 'box',
      people: [],
      created: null,
      line: 7,
      raw,
      heading: 'Action Items',
      status: 'proposed',
      symbol: '?',
      text: 'Send the rack layout to Ilse.',
      owners: ['Myself'],
      due: '2026-03-06',
      scheduled: null,
      start: null,
      done: null,
      cancelled: null,
      priority: 'high',
      recurring: false,
      tags: ['task', 'proposed', 'auto'],
    });
  });

  it.each([
    ['- [?] Do it (@Ana) now', 'Do it now'],
    ['- [?] Do it (@Ana, @Ben) #task', 'Do it'],
    ['- [ ] #task Do it 📅 2026-03-06', 'Do it'],
    ['- [ ] Ask about #pricing before launch #task', 'Ask about #pricing before launch'],
    ['- [ ] #task @Ana do it for the team', 'do it for the team'],
    ['- [ ] @Ana: do it', 'do it'],
    ['- [ ] Do  it\u00a0now\t!', 'Do it now !'],
    ['- [ ] 📅 2026-03-06', ''],
    ['- [ ] Mail ana@b.example', 'Mail ana@b.example'],
    ['- [ ] Keep [[Racks|the racks]] and `@code`', 'Keep [[Racks|the racks]] and `@code`'],
    ['- [?] Ask @Ilse about the racks. @Myself', 'Ask @Ilse about the racks.'],
    ['- [?] Call `pages()` and ( ) @Ana #task now', 'Call `pages()` and ( ) now'],
    ['- [?] Do it ( @Ana ) now', 'Do it now'],
    ['- [?] Do it 📅 2026-03-06, then rest', 'Do it, then rest'],
  ])('%j says %j', (raw, text) => {
    expect(task(raw).text).toBe(text);
  });

  it('names each owner once, takes the first date that can be read, and sees what repeats', () => {
    expect(task('- [ ] a @Ana @Ana 📅 TBD 📅 2026-03-06 📅 2026-03-07')).toMatchObject({
      owners: ['Ana'],
      due: '2026-03-06',
    });
    expect(task('- [ ] a 🔁 every week').recurring).toBe(true);
    expect(task('- [ ] a [onCompletion:: delete]').recurring).toBe(true);
    expect(task('- [ ] a 🆔 x').recurring).toBe(false);
  });
});

describe('a status', () => {
  it.each([
    ['?', [], 'proposed'],
    [' ', [], 'open'],
    [' ', ['proposed'], 'proposed'],
    [' ', ['Proposed'], 'proposed'],
    ['/', [], 'in-progress'],
    ['x', ['proposed'], 'done'],
    ['X', [], 'done'],
    ['-', [], 'dismissed'],
    ['-', ['proposed'], 'dismissed'],
    ['!', [], 'open'],
    ['!', ['proposed'], 'proposed'],
    ['👍', [], 'open'],
    ['_', [], 'open'],
  ] as const)('%j with %j is %s', (symbol, tags, status) => {
    expect(statusOf(symbol, tags, DEFAULT_STATUS_SYMBOLS)).toBe(status);
  });

  it('follows the setting', () => {
    const symbols = statusSymbols(
      readSettings({ statusSymbols: { '>': 'dismissed', '👍': 'done', '?': 'open', ab: 'done', '!': 'nonsense' } }),
    );
    expect(['>', '👍', '?', '!', 'x'].map((symbol) => task(`- [${symbol}] a`, symbols).status)).toEqual([
      'dismissed',
      'done',
      'open',
      'open',
      'done',
    ]);
  });
});
