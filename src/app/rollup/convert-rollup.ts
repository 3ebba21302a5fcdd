import { convertEdit, type StandingBlock } from '../../core/rollup/convert';
import type { RollupResult } from '../../core/rollup/rows';
import type { Context } from '../context';
import { previewLines } from '../prompts';
import { toldOf } from '../told';

/** Puts plain Markdown of what a block shows in its place, after a look at the lines. */
export type ConvertRollup = (block: StandingBlock, result: RollupResult) => void;

export function createConvertRollup({
  actions,
  prompts,
  onError,
}: Pick<Context, 'actions' | 'prompts' | 'onError'>): ConvertRollup {
  return (block, result) => {
    const converted = convertEdit(block, result);
    if (!converted.ok) {
      prompts.say(converted.error);
      return;
    }
    const edit = converted.value;
    const write = async (): Promise<void> => {
      try {
        prompts.tell(
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
    prompts.preview({
      title: 'Replace the rollup by plain Markdown',
      text: 'What it shows now would stand in its place, and would not follow the notes any more. One undo brings the block back.',
      list: 'Lines',
      lines: previewLines([edit], null),
      refusals: [],
      action: 'Replace',
      write,
    });
  };
}
