import MarkdownIt from 'markdown-it';
import { briefOf } from '../../src/core/brief/brief';
import { selectGroups } from '../../src/core/graph/groups';
import { sourceKeys } from '../../src/core/graph/problems';
import { readVault } from '../../src/core/graph/read-vault';
import { runRollup } from '../../src/core/rollup/run';
import { readSpec } from '../../src/core/rollup/spec';
import { toMarkdownList, toMarkdownTable } from '../../src/core/rollup/to-markdown';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { leftOut, reportOf, summaryOf } from '../../scripts/workbench/report';
import { hostileNote, PAYLOADS, type Payload } from './payloads';
import type { Outcome } from './regexes';

const MARKDOWN = new MarkdownIt({ html: true, linkify: true });
const TODAY = '2026-11-22';
const ACCOUNT = 'Harbor';

/** Every text that leaves, for every payload: nothing in it is live, and no word of it is lost. */
export function attackLeavingTexts(): Outcome {
  const breaches: string[] = [];
  let tried = 0;
  for (const payload of PAYLOADS) {
    for (const [name, text, isMarkdown] of leavingTexts(payload)) {
      tried++;
      breaches.push(...faultsOf(payload, text, isMarkdown).map((fault) => `${name} of ${payload.first}: ${fault}`));
    }
  }
  return { tried, breaches };
}

function leavingTexts(payload: Payload): readonly (readonly [name: string, text: string, isMarkdown: boolean])[] {
  const path = 'Harbor/Call.md';
  const graph = readVault(new Map([[path, hostileNote(payload, ACCOUNT)]]), DEFAULT_SETTINGS);
  const viewpoint = { today: TODAY, settings: DEFAULT_SETTINGS } as const;
  const groups = selectGroups(graph, DEFAULT_SETTINGS);
  const [key] = graph.byAccount.keys();
  const brief = briefOf(graph, key!, { ...viewpoint, groups, since: null })!;
  const rollups = ['decisions', 'tasks', 'facts'].flatMap((show) => {
    const spec = readSpec(`account: ${ACCOUNT}\nshow: ${show}`);
    if (spec.spec === null) throw new Error(`The rollup of ${show} is not understood.`);
    const result = runRollup({ graph, groups, viewpoint }, spec.spec, { account: key! });
    return [
      [`the list of ${show}`, toMarkdownList(result), true] as const,
      [`the table of ${show}`, toMarkdownTable(result), true] as const,
    ];
  });
  const report = JSON.stringify(reportOf(graph, viewpoint, sourceKeys([path])), null, 2);
  return [
    ['the brief', brief, true],
    ...rollups,
    ['inspect --json', report, false],
    [
      'the summary of npm start',
      `${summaryOf(graph, viewpoint, new Set())}\n${leftOut([{ path: payload.text, reason: 'It is a link.' }]).join('\n')}`,
      false,
    ],
  ];
}

/** What Markdown may hold of its own: the brief and a rollup link to notes, and nowhere else. */
function faultsOf({ first, last }: Payload, text: string, isMarkdown: boolean): readonly string[] {
  const faults = [first, last].filter((word) => !text.includes(word)).map((word) => `the word ${word} is lost`);
  if (/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/.test(text)) faults.push('it holds control signs');
  if (!isMarkdown) return faults;
  const html = MARKDOWN.render(text);
  const live =
    /<(?!\/?(?:h\d|p|ul|ol|li|strong|em|code|a|table|thead|tbody|tr|th|td|br|hr)\b)[a-z][^>]*>|data-hostile(?=[^<]*>[^<]*<\/)/i.exec(
      html,
    );
  if (live !== null && !live[0].startsWith('data-')) faults.push(`it makes the element ${live[0].slice(0, 80)}`);
  const link = /href="(?!https?:\/\/)[^"]*"/.exec(html);
  if (link !== null) faults.push(`it links to ${link[0].slice(0, 80)}`);
  return faults;
}
