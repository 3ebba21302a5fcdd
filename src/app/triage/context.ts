import type { Graph } from '../../core/graph/graph';
import { repairText } from '../../core/text/encoding';
import { scanLines } from '../../core/text/lines';
import { tasksByKey, type Proposal } from '../../core/triage/proposals';
import type { ProposalContext } from './model';

const AROUND = 3;

/** What stands around a proposal in its note, or null where the note or the line is not known any more. */
export function contextOf(graph: Graph, { path, key }: Proposal): ProposalContext | null {
  const note = graph.notes.get(path);
  const task = note === undefined ? undefined : tasksByKey(note).get(key);
  if (note === undefined || task === undefined) return null;
  const filled = scanLines(note.text).filter(({ kind }) => kind !== 'blank' && kind !== 'front-matter');
  const at = filled.findIndex(({ index }) => index === task.line);
  return {
    heading: task.heading,
    summary: note.summary,
    lines: filled.slice(Math.max(0, at - AROUND), at + AROUND + 1).map(({ index, text }) => ({
      number: index + 1,
      text: repairText(text, note.damage).text.trim(),
      own: index === task.line,
    })),
  };
}
