import type { Plugin } from 'obsidian';
import type { Context } from '../../app/context';
import { ROLLUP_LANGUAGE } from '../../core/rollup/block';
import { toMarkdownList } from '../../core/rollup/to-markdown';
import { copyText } from '../../app/copy-text';
import { createBlockMemory } from './block-memory';
import type { ConvertRollup } from '../../app/rollup/convert-rollup';
import type { BlockModel } from './model';
import type { RowActions } from '../rows/model';
import { createPreview, HOVER_SOURCE } from '../rows/preview';
import { RollupChild } from './rollup-child';
import type { Rollups } from '../../app/rollup/rollups';
import { words } from '../../words/words';

interface RegisterParts extends Pick<Context, 'vault' | 'prompts' | 'onError'> {
  readonly rollups: Rollups;
  readonly rows: RowActions;
  readonly convert: ConvertRollup;
}

/** Draws the rollup blocks of all notes, cards and embeds while `plugin` is on. */
export function registerRollups(
  plugin: Plugin,
  { vault, prompts, rollups, rows, convert, onError }: RegisterParts,
): void {
  const memory = createBlockMemory();
  plugin.registerHoverLinkSource(HOVER_SOURCE, { display: words.common.plugin, defaultMod: true });
  const draw: Parameters<Plugin['registerMarkdownCodeBlockProcessor']>[1] = (source, element, context) => {
    const path = context.sourcePath;
    const model: Omit<BlockModel, 'view'> = {
      ...rows,
      isView: false,
      preview: (...link) => createPreview(plugin.app, child, path)(...link),
      copy: (result) =>
        void copyText({ vault, prompts }, toMarkdownList(result), words.rollups.copied, words.rollups.notCopied),
      convert(result) {
        const section = context.getSectionInfo(element);
        if (section === null) prompts.say(words.rollups.notHere);
        else convert({ path, text: section.text, first: section.lineStart, last: section.lineEnd }, result);
      },
    };
    const child: RollupChild = new RollupChild(element, { rollups, memory, path, source, model, onError });
    context.addChild(child);
  };
  try {
    plugin.registerMarkdownCodeBlockProcessor(ROLLUP_LANGUAGE, draw);
  } catch (error) {
    // Another plugin has that language: all else still works.
    onError(words.failures.rollups, error);
  }
}
