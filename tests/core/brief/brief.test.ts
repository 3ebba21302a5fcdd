import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { briefOf, type BriefRequest } from '../../../src/core/brief/brief';
import type { Graph } from '../../../src/core/graph/graph';
import { selectGroups } from '../../../src/core/graph/groups';
import { readingRules, readNote } from '../../../src/core/note/read-note';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { escape } from '../../../src/core/text/escape';
import { createMarkdownParser } from '../../../scripts/workbench/obsidian/rendering/markdown-parser';
import { vaultOf, type NoteParts } from '../graph/vault';

const RULES = readingRules(DEFAULT_SETTINGS);
const HTML = new MarkdownIt({ html: true });
const OBSIDIAN = createMarkdownParser();

function brief(graph: Graph, more: Partial<BriefRequest> = {}, key = 'blueheron'): string {
  return briefOf(graph, key, {
    today: '2026-11-22',
    since: null,
    settings: DEFAULT_SETTINGS,
    groups: selectGroups(graph, DEFAULT_SETTINGS),
    ...more,
  })!;
}

const VAULT = vaultOf({
  'Blue Heron/README.md': { title: 'Blue Heron', more: ['status: "active"'] },
  'Blue Heron/Kick-off.md': {
    title: 'Kick-off',
    date: '2026-10-20',
    account: 'Blue Heron',
    more: ['participants: ["Ilse Brandt", "Robin Sayer"]'],
    body: [
      '## Action Items',
      '',
      '- [ ] Send the rack layout. @Ilse Brandt 📅 2026-10-15 #task',
      '- [/] Book the dock for March. @Robin Sayer #task',
      '- [x] Draft the plan. @Myself ✅ 2026-10-21',
      '',
      '## Decisions',
      '',
      '- Pay in two parts, the second after the audit.',
      '- Keep the old historian.',
      '',
      '## Key Information',
      '',
      '- The budget is 40 k.',
    ],
  },
  'Blue Heron/Review.md': {
    title: 'Review [draft]',
    date: '2026-11-12',
    account: 'Blue Heron',
    more: ['participants: ["Ilse Brandt"]'],
    body: [
      '## Action Items',
      '',
      '- [ ] Call the [[auditor]]. @Myself 📅 2026-12-01 #task',
      '- [ ] Find a room for #task everybody.',
      ...[1, 2, 3, 4, 5, 6].map((number) => `- [?] Ask question number ${number} of CASE-${number}00. #proposed`),
      '- [?] Later. 🛫 2027-01-01 #proposed',
      '',
      '## Decisions',
      '',
      '- Pay in two parts, the second after the audit.',
      '- `Go` on.',
    ],
  },
  'Blue Heron/Next.md': { title: 'Next', date: '2026-12-01', account: 'Blue Heron' },
});

describe('the brief of an account', () => {
  it('tells how it stands, whose tasks are open, what waits, what was decided and learned, who was met and where', () => {
    expect(brief(VAULT)).toBe(`# Brief: Blue Heron

Made on 22 Nov 2026. Status: active. Last met on 12 Nov 2026, 10 days ago. Open tasks: 4, 1 overdue. Next due on 1 Dec 2026.

## Open tasks

- Call the \\[\\[auditor\\]\\]. (Myself, due 1 Dec 2026, [[Blue Heron/Review|12 Nov 2026]])
- Send the rack layout. (Ilse Brandt, overdue, was due 15 Oct 2026, [[Blue Heron/Kick-off|20 Oct 2026]])
- Book the dock for March. (Robin Sayer, in progress, [[Blue Heron/Kick-off|20 Oct 2026]])
- Find a room for everybody. (no owner, [[Blue Heron/Review|12 Nov 2026]])

## Waiting for a decision: 6

- Ask question number 1 of CASE-100. (no owner, [[Blue Heron/Review|12 Nov 2026]])
- Ask question number 2 of CASE-200. (no owner, [[Blue Heron/Review|12 Nov 2026]])
- Ask question number 3 of CASE-300. (no owner, [[Blue Heron/Review|12 Nov 2026]])
- Ask question number 4 of CASE-400. (no owner, [[Blue Heron/Review|12 Nov 2026]])
- Ask question number 5 of CASE-500. (no owner, [[Blue Heron/Review|12 Nov 2026]])
- and 1 more

## What was settled

- Pay in two parts, the second after the audit. ([[Blue Heron/Review|12 Nov 2026]])
- \\\`Go\\\` on. ([[Blue Heron/Review|12 Nov 2026]])
- Keep the old historian. ([[Blue Heron/Kick-off|20 Oct 2026]])

## What was learned

- The budget is 40 k. ([[Blue Heron/Kick-off|20 Oct 2026]])

## People

- Ilse Brandt, met twice, last on 12 Nov 2026
- Robin Sayer, met once, last on 20 Oct 2026

## Recent meetings

- 12 Nov 2026, Review \\[draft\\] ([[Blue Heron/Review|note]])
- 20 Oct 2026, [[Blue Heron/Kick-off|Kick-off]]
`);
  });

  it('tells of a meeting once, with all of its notes, and of a proposal that is a copy of an open task not at all', () => {
    const again = (title: string, line: string): NoteParts => ({
      title,
      date: '2026-11-12',
      account: 'Blue Heron',
      more: ['source_ref: "/calls/Review.md"', 'participants: ["Ilse Brandt"]'],
      body: [line],
    });
    const text = brief(
      vaultOf({
        'a.md': again('Review', '- [ ] Call the auditor about the audit.'),
        'b.md': again('Review again', '- [?] Call the auditor about the audit.'),
      }),
    );
    expect(text).toContain('## Recent meetings\n\n- 12 Nov 2026, [[a|Review]], [[b|Review again]]\n');
    expect(text).toContain('- Ilse Brandt, met once');
    expect(text).not.toContain('Waiting');
  });

  it('tells decisions and facts since a day only, and leaves out what there is nothing of', () => {
    const text = brief(VAULT, { since: '2026-11-01' });
    expect(text).toContain('## What was settled since 1 Nov 2026\n\n- Pay in two');
    expect(text).not.toContain('historian');
    expect(text).not.toContain('learned');
  });

  it('says which decisions are confirmed, and leaves out what was superseded, whichever line says so', () => {
    const meeting = (date: string, ...decisions: readonly string[]) => ({
      title: date,
      date,
      account: 'Blue Heron',
      body: ['## Decisions', ...decisions],
    });
    const text = brief(
      vaultOf({
        'a.md': meeting(
          '2026-10-01',
          '- Pay in two parts, the second after the audit. [confirmed:: 2026-10-02]',
          '- Keep the old historian.',
          '- Start in May. [superseded:: [[b]]]',
        ),
        'b.md': meeting('2026-10-20', '- Pay in two parts, the second after the audit.', '- Start in June.'),
      }),
    );
    expect(text).toContain(
      '## What was settled\n\n- Pay in two parts, the second after the audit. (confirmed, [[b|20 Oct 2026]])\n- Start in June. ([[b|20 Oct 2026]])\n- Keep the old historian. ([[a|1 Oct 2026]])\n',
    );
    expect(text).not.toContain('May');
  });

  it('counts a note of the day itself', () => {
    expect(brief(VAULT, { since: '2026-10-20' })).toContain('historian');
    expect(brief(VAULT, { since: '2026-10-21' })).not.toContain('historian');
  });

  it('of an account that nobody met and that holds nothing is short', () => {
    expect(brief(vaultOf({ 'Blue Heron.md': { title: 'Blue Heron' } }))).toBe(
      '# Brief: Blue Heron\n\nMade on 22 Nov 2026. No meetings yet. Open tasks: 0.\n',
    );
  });

  it('is none of an account that is not there', () => {
    expect(
      briefOf(VAULT, 'nobody', { today: '2026-11-22', since: null, settings: DEFAULT_SETTINGS, groups: new Map() }),
    ).toBeNull();
  });
});

describe('whatever the notes say, their brief', () => {
  const words = fc
    .array(
      fc.constantFrom(
        'Pay',
        'Ask',
        'the',
        'dock',
        '#task',
        '#account/evil',
        '[[Evil]]',
        '![[Evil]]',
        '[a](https://b.example)',
        '`c`',
        '<b>',
        '<!--',
        '<%',
        '%%',
        '{{d}}',
        '$=e$',
        '**f**',
        '==g==',
        '~~h~~',
        'key:: v',
        '[due:: 2026-03-06]',
        '^id',
        '[^1]',
        '---',
        '# Decisions',
        '- [ ] z',
        '> q',
        '1. n',
        '| t |',
        '&amp;',
        '\\',
        '\u202e',
        '"',
        ':',
        '@Ana',
        '📅 2026-03-06',
        'Decisions',
        '_i_',
        '*Source: [[x]]*',
        '**Account**: [[y]]',
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((parts) => parts.join(' '));
  const note = fc.record({
    title: words,
    person: words,
    owner: words,
    status: words,
    account: fc.oneof({ weight: 2, arbitrary: fc.constant('Blue Heron') }, words),
    tasks: fc.array(fc.tuple(fc.constantFrom('?', ' ', '/', 'x'), words), { maxLength: 3 }),
    decisions: fc.array(words, { maxLength: 2 }),
    facts: fc.array(words, { maxLength: 2 }),
  });
  const path = fc.constantFrom('A', 'B [x]', 'C#d', 'E ^f', 'G_h_', 'I|j', 'K $l$', 'M %%n', 'O `p`');
  const vault = fc.array(fc.tuple(path, note), { minLength: 1, maxLength: 4 }).map((notes) =>
    vaultOf(
      Object.fromEntries(
        notes.map(([name, { title, person, owner, status, account, tasks, decisions, facts }]): [string, NoteParts] => [
          `${name}.md`,
          {
            title,
            date: '2026-11-12',
            account,
            more: [`status: ${JSON.stringify(status)}`, `participants: ${JSON.stringify([person, 'Ilse Brandt'])}`],
            body: [
              '## Action Items',
              ...tasks.map(([symbol, text]) => `- [${symbol}] ${text} @${owner} #task`),
              '## Decisions',
              ...decisions.map((text) => `- ${text}`),
              '## Key Information',
              ...facts.map((text) => `- ${text}`),
            ],
          },
        ]),
      ),
    ),
  );

  it('holds no task, decision, fact, tag or account when a note of ours holds it', () => {
    fc.assert(
      fc.property(vault, (graph) => {
        for (const { key } of graph.resolution.accounts.values()) {
          const text = brief(graph, {}, key);
          for (const above of ['', '## Decisions\n\n', '## Action Items\n\n- [x] Mine\n\n']) {
            const read = readNote(
              'n.md',
              `---\ntitle: N\ndate: 2026-11-22\ntags: [type/customer]\n---\n${above}${text}`,
              RULES,
            );
            expect(read).toMatchObject({
              decisions: [],
              facts: [],
              source: null,
              participants: [],
              stated: { frontMatter: null, tag: null, line: null },
              problem: null,
            });
            expect(read.tasks.map((task) => task.text)).toEqual(above.includes('Mine') ? ['Mine'] : []);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('links to the notes of its account and to nothing else, and is headings, lists and text', () => {
    fc.assert(
      fc.property(vault, (graph) => {
        for (const { key } of graph.resolution.accounts.values()) {
          const text = brief(graph, {}, key);
          const blocks = new Set(HTML.parse(text, {}).map(({ type }) => type.replace(/_(?:open|close)$/, '')));
          expect(
            [...blocks].filter(
              (type) => !['heading', 'paragraph', 'bullet_list', 'list_item', 'inline'].includes(type),
            ),
          ).toEqual([]);
          const inline = OBSIDIAN.parse(text, {})
            .flatMap(({ children }) => children ?? [])
            .filter(({ type, markup }) => type !== 'text' && markup !== 'linkify');
          const own = graph.byAccount.get(key)!.map((one) => one.path.replace(/\.md$/, ''));
          for (const token of inline) expect(['a_open', 'a_close']).toContain(token.type);
          for (const token of inline.filter(({ type }) => type === 'a_open'))
            expect(own).toContain(token.attrGet('href'));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('tells each open task, by its words', () => {
    fc.assert(
      fc.property(vault, (graph) => {
        for (const [key, notes] of graph.byAccount) {
          const text = brief(graph, { groups: new Map() }, key);
          for (const task of notes
            .flatMap(({ tasks }) => tasks)
            .filter(({ status }) => status === 'open' || status === 'in-progress'))
            expect(text).toContain(`- ${escape(task.text)}`);
        }
      }),
      { numRuns: 50 },
    );
  });
});
