import { lastOf } from '../../core/base/last-of';
import { finish, type Steps } from '../../core/base/steps';
import { groupOf, type Groups } from '../../core/copies/group';
import { whyInWords, type Why } from '../../core/copies/why';
import type { CopyLine } from '../../core/copies/copy-line';
import type { Graph } from '../../core/graph/graph';
import { capped } from '../../core/text/caps';
import { repairText } from '../../core/text/encoding';
import { scanLinesInSteps } from '../../core/text/lines';
import { tasksByKey } from '../../core/triage/proposals';
import type { ProposalRow } from '../../core/triage/rows';
import type { ProposalContext } from './model';

/** What the context of a row is read from. `why`: why two lines of a group are in it, or null where that is not known. */
export interface ContextSources {
  readonly graph: Graph;
  readonly groups: Groups;
  readonly why: (a: CopyLine, b: CopyLine) => Why | null;
}

/** So many lines on each side of the task are shown in a row, and beside the list. */
const AROUND = 3;
const AROUND_BESIDE = 12;
/** More of a line, or of a summary, is not looked at to decide. In UTF-16 units. */
const LONGEST = 2_000;

/** What a list item begins with. */
const BULLET = /^[-*+] /;

/** What stands around a row in its note, or null where the note or the line is not known any more. */
export function contextOf(sources: ContextSources, row: ProposalRow): ProposalContext | null {
  return finish(contextInSteps(sources, row, AROUND));
}

/** `contextOf` in steps, with more lines: notes may be long. */
export function* contextInSteps(
  { graph, groups, why }: ContextSources,
  row: ProposalRow,
  around = AROUND_BESIDE,
): Steps<ProposalContext | null> {
  const note = graph.notes.get(row.path);
  const task = note === undefined ? undefined : tasksByKey(note).get(row.key);
  if (note === undefined || task === undefined) return null;
  const filled = (yield* scanLinesInSteps(note.text)).filter(
    ({ kind }) => kind !== 'blank' && kind !== 'front-matter' && kind !== 'comment',
  );
  const at = filled.findIndex(({ index }) => index === task.line);
  // What stands under another heading is about something else.
  const headings = filled.flatMap(({ kind }, place) => (kind === 'heading' ? [place] : []));
  const from = (lastOf(headings.filter((place) => place < at)) ?? -1) + 1;
  const to = headings.find((place) => place > at) ?? filled.length;
  const tasks = new Map(note.tasks.map((known) => [known.line, known]));
  return {
    heading: task.heading,
    summary: capped(note.summary, LONGEST),
    why: whyOf(groups, row, why),
    lines: filled.slice(Math.max(from, at - around), Math.min(to, at + around + 1)).map(({ index, kind, text }) => {
      const known = tasks.get(index);
      const said = known?.text ?? repairText(text, note.damage).text.trim();
      return {
        number: index + 1,
        status: known?.status ?? null,
        text: capped(kind === 'item' ? said.replace(BULLET, '') : said, LONGEST),
        own: index === task.line,
      };
    }),
  };
}

/** Why the copies of a row are told to be the same as its own line, in words, by their keys. */
function whyOf(groups: Groups, row: ProposalRow, why: ContextSources['why']): ProposalContext['why'] {
  const lines = new Map(groupOf(groups, row)?.lines.map((line) => [line.key, line]));
  const own = lines.get(row.key);
  return row.copies.flatMap(({ key }): readonly (readonly [string, string])[] => {
    const line = lines.get(key);
    const known = own === undefined || line === undefined ? null : why(own, line);
    return known === null ? [] : [[key, whyInWords(known)]];
  });
}
