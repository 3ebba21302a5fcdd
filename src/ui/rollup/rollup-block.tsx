import { Menu } from 'obsidian';
import type { VNode } from 'preact';
import type { RollupResult } from '../../core/rollup/rows';
import type { SpecFault } from '../../core/rollup/spec';
import { visible } from '../../core/text/inline';
import { IconButton } from '../parts/icon';
import { addEntry, showMenu } from '../parts/show-menu';
import { useSilentLabel } from '../parts/silent-label';
import { useStore } from '../use-store';
import type { BlockState } from './block-memory';
import type { BlockModel } from './model';
import { RollupSections } from './rollup-sections';
import { numberWords } from '../../words/format';
import { words } from '../../words/words';

interface RollupBlockProps {
  readonly model: BlockModel;
  /** What it looked like when it was drawn last. */
  readonly initial: BlockState;
  readonly onChange: (changed: Partial<BlockState>) => void;
}

/** A rollup in a note: what it is, how many rows, and the rows; or why there are none. */
export function RollupBlock({ model, initial, onChange }: RollupBlockProps): VNode {
  const view = useStore(model.view);
  switch (view.kind) {
    case 'reading':
      return <p class="account-actions-rollup-empty">{words.common.reading}</p>;
    case 'faults':
      return <Faults faults={view.faults} />;
    case 'result':
      return <Result model={model} result={view.result} initial={initial} onChange={onChange} />;
  }
}

/** What is wrong with a block, line by line. */
function Faults({ faults }: { readonly faults: readonly SpecFault[] }): VNode {
  const name = useSilentLabel(words.rollups.broken);
  return (
    <section class="account-actions-rollup-faults" aria-labelledby={name.id}>
      {name.element}
      <ul>
        {faults.map(({ line, text, sentence, meant }) => (
          <li key={line}>
            <div>
              <span class="account-actions-rollup-line">{words.common.line(line + 1)}</span>
              <code>
                <bdi>{visible(text.slice(0, LONGEST_LINE))}</bdi>
              </code>
            </div>
            <div>{visible(sentence)}</div>
            {meant !== null && (
              <div>
                {words.rollups.try}{' '}
                <code>
                  <bdi>{visible(meant)}</bdi>
                </code>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Of a line that is not understood, so much is shown, in UTF-16 units. */
const LONGEST_LINE = 120;

function Result({
  model,
  result,
  initial,
  onChange,
}: { readonly model: BlockModel; readonly result: RollupResult } & Omit<RollupBlockProps, 'model'>): VNode {
  const { title, count, shown, sections, faults, empty, show, group } = result;
  const name = useSilentLabel(words.rollups.region(visible(title)));
  if (faults.length > 0) return <Faults faults={faults} />;
  return (
    <section class="account-actions-rollup" aria-labelledby={name.id}>
      {name.element}
      <div class="account-actions-rollup-header">
        <span class="account-actions-rollup-title">
          <bdi>{visible(title)}</bdi>
        </span>
        {count > 0 && (
          <span
            class="account-actions-rollup-count"
            title={shown < count ? words.rollups.limited(shown, count) : words.count.rows(count)}
          >
            {shown < count ? words.rollups.ofAll(shown, count) : numberWords(count)}
          </span>
        )}
        <IconButton icon="copy" label={words.common.copyAsMarkdown} onPress={() => model.copy(result)} />
        <IconButton
          icon="ellipsis-vertical"
          label={words.common.moreOptions}
          hasMenu
          onPress={(event) => showBlockMenu(model, result, event)}
        />
      </div>
      {empty !== null && <p class="account-actions-rollup-empty">{visible(empty)}</p>}
      <RollupSections
        model={model}
        sections={sections}
        count={shown}
        label={title}
        names={{ accounts: group !== 'account', kinds: show === 'timeline', owners: group !== 'owner' }}
        initial={initial}
        onChange={onChange}
      />
    </section>
  );
}

function showBlockMenu(model: BlockModel, result: RollupResult, event: MouseEvent): void {
  const menu = new Menu();
  addEntry(menu, words.common.copyAsMarkdown, 'copy', () => model.copy(result));
  addEntry(menu, words.rollups.convert, 'file-text', () => model.convert(result));
  showMenu(menu, event);
}
