import { Notice, type App } from 'obsidian';
import type { NoteEdits } from '../../core/change/journal';
import { convertEdit, type StandingBlock } from '../../core/rollup/convert';
import type { RollupResult } from '../../core/rollup/rows';
import { PreviewModal, previewLines } from '../../ui/prompts/preview-modal';
import { toldOf, type Acted, type Tell } from '../told';

/** Puts plain Markdown of what a block shows in its place, after a look at the lines. */
export type ConvertRollup = (block: StandingBlock, result: RollupResult) => void;

interface ConvertParts {
  readonly app: App;
  readonly actions: { run(action: { readonly label: string; readonly notes: readonly NoteEdits[] }): Promise<Acted> };
  readonly tell: Tell;
  readonly onError: (what: string, error: unknown) => void;
}

export function createConvertRollup({ app, actions, tell, onError }: ConvertParts): ConvertRollup {
  return (block, result) => {
    const converted = convertEdit(block, result);
    if (!converted.ok) {
      new Notice(converted.error);
      return;
    }
    const edit = converted.value;
    const write = async (): Promise<void> => {
      try {
        tell(
          toldOf(
            await actions.run({
              label: `Replace the rollup “${result.title}” by plain Markdown`,
              notes: [{ path: block.path, edits: [edit] }],
            }),
            'Replaced the rollup by plain Markdown.',
          ),
        );
      } catch (error) {
        onError('The rollup was not replaced', error);
      }
    };
    new PreviewModal(app, {
      title: 'Replace the rollup by plain Markdown',
      text: 'What it shows now would stand in its place, and would not follow the notes any more. One undo brings the block back.',
      list: 'Lines',
      lines: previewLines([edit], null),
      refusals: [],
      action: 'Replace',
      write,
      onError,
    }).open();
  };
}
