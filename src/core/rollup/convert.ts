import { fail, succeed, type Result } from '../base/result';
import { createEdit, type Edit } from '../change/edit';
import { surveyText } from '../change/survey';
import type { RollupResult } from './rows';
import { toMarkdownTable } from './to-markdown';
import { words } from '../../words/words';

/** A block in the text of a note, as it stands there now. Lines are numbers from 0, the fences included. */
export interface StandingBlock {
  readonly path: string;
  readonly text: string;
  readonly first: number;
  readonly last: number;
}

/**
 * The edit that puts a table in the place of a block: behind its quote marks and indents, with a blank line between it
 * and what stands around. A block that begins an item of a list is refused: without the mark of the item the list would
 * be another one, and with it the table's title would be an item's words.
 */
export function convertEdit({ path, text, first, last }: StandingBlock, result: RollupResult): Result<Edit> {
  const survey = surveyText(text);
  const fence = survey.lines[first]!.text;
  const prefix = /^[\s>]*/.exec(fence)![0];
  if (!/^[`~]/.test(fence.slice(prefix.length))) return fail(words.rollups.inList);
  const isOpen = (line: number): boolean => /[^\s>]/.test(survey.lines[line]?.text ?? '');
  const lines = [
    ...(isOpen(first - 1) ? [''] : []),
    ...toMarkdownTable(result).split('\n'),
    ...(isOpen(last + 1) ? [''] : []),
  ];
  return succeed(
    createEdit(survey, {
      path,
      line: first,
      count: last - first + 1,
      replacement: lines.map((line) => `${prefix}${line}`.trimEnd()),
    }),
  );
}
