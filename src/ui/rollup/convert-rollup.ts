import { Notice, type App } from 'obsidian';
import { createEdit, type Edit } from '../../core/change/edit';
import type { NoteEdits } from '../../core/change/journal';
import { surveyText } from '../../core/change/survey';
import type { RollupResult } from '../../core/rollup/rows';
import { toMarkdownTable } from '../../core/rollup/to-markdown';
import type { Decided } from '../../core/triage/report';
import { PreviewModal, previewLines } from '../parts/preview-modal';

/** A block in the text of a note, as it stands there now. Lines are numbers from 0, the fences included. */
export interface StandingBlock {
  readonly path: string;
  readonly text: string;
  readonly first: number;
  readonly last: number;
}

/** Puts plain Markdown of what a block shows in its place, after a look at the lines. */
export type ConvertRollup = (block: StandingBlock, result: RollupResult) => void;

interface ConvertParts {
  readonly app: App;
  readonly actions: { run(action: { readonly label: string; readonly notes: readonly NoteEdits[] }): Promise<Decided> };
  readonly onError: (what: string, error: unknown) => void;
}

export function createConvertRollup({ app, actions, onError }: ConvertParts): ConvertRollup {
  return (block, result) => {
    const edit = convertEdit(block, result);
    const write = async (): Promise<void> => {
      try {
        const { written, refusals } = await actions.run({ label: `Replace the rollup “${result.title}” by plain Markdown`, notes: [{ path: block.path, edits: [edit] }] });
        new Notice(written > 0 ? 'Replaced the rollup by plain Markdown. “Undo last change” brings it back.' : refusals.map(({ sentence }) => sentence).join(' '));
      } catch (error) {
        onError('The rollup was not replaced', error);
      }
    };
    new PreviewModal(app, {
      title: 'Replace the rollup by plain Markdown', text: 'What it shows now would stand in its place, and would not follow the notes any more. One undo brings the block back.',
      list: 'Lines', lines: previewLines([edit], null), refusals: [], action: 'Replace', write, onError,
    }).open();
  };
}

/** The edit that puts a table in the place of a block: behind its quote marks, with a blank line between it and what stands around. */
export function convertEdit({ path, text, first, last }: StandingBlock, result: RollupResult): Edit {
  const survey = surveyText(text);
  const prefix = /^\s*(?:>\s?)*/.exec(survey.lines[first]!.text)![0];
  const isOpen = (line: number): boolean => survey.lines[line] !== undefined && survey.lines[line].text.slice(prefix.trimEnd().length).trim() !== '';
  const lines = [...(isOpen(first - 1) ? [''] : []), ...toMarkdownTable(result).split('\n'), ...(isOpen(last + 1) ? [''] : [])];
  return createEdit(survey, { path, line: first, count: last - first + 1, replacement: lines.map((line) => `${prefix}${line}`.trimEnd()) });
}
