import { convertEdit, type StandingBlock } from '../../core/rollup/convert';
import type { RollupResult } from '../../core/rollup/rows';
import type { Context } from '../context';
import { previewLines } from '../prompts';
import { toldOf } from '../told';
import { words } from '../../words/words';

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
              label: words.rollups.conversion.label(result.title),
              notes: [{ path: block.path, edits: [edit] }],
            }),
            words.rollups.conversion.done,
          ),
        );
      } catch (error) {
        onError(words.failures.replaceRollup, error);
      }
    };
    prompts.preview({
      title: words.rollups.conversion.title,
      text: words.rollups.conversion.text,
      list: words.common.lines,
      lines: previewLines([edit], null),
      refusals: [],
      action: words.rollups.conversion.action,
      write,
    });
  };
}
