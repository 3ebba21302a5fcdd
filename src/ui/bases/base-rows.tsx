import type { VNode } from 'preact';
import type { Store } from '../../core/base/store';
import type { NoteResult } from '../../core/rollup/note-sections';
import { useSilentLabel } from '../parts/silent-label';
import { PAGE } from '../rollup/block-memory';
import type { RowsModel } from '../rows/model';
import { RollupSections } from '../rollup/rollup-sections';
import { useStore } from '../use-store';
import { words } from '../../words/words';

/** What the view of a base shows: null until it was seen. */
export type BaseRowsView = 'reading' | NoteResult | null;

interface BaseRowsProps {
  readonly model: RowsModel;
  readonly view: Store<BaseRowsView>;
}

/** The rows of a base's notes, under the headings of the base; or why there are none. */
export function BaseRows({ model, view }: BaseRowsProps): VNode | null {
  const shown = useStore(view);
  const name = useSilentLabel(words.rollups.base.name);
  if (shown === null) return null;
  if (shown === 'reading') return <p class="account-actions-rollup-empty">{words.common.reading}</p>;
  const { sections, count, mixed, empty } = shown;
  return (
    <section class="account-actions-rollup" aria-labelledby={name.id}>
      {name.element}
      {empty !== null && <p class="account-actions-rollup-empty">{empty}</p>}
      <RollupSections
        model={model}
        sections={sections}
        count={count}
        label={words.rollups.base.rows}
        names={{ accounts: true, kinds: mixed }}
        initial={INITIAL}
      />
      <p class="account-actions-base-foot">
        {count > 0 && words.rollups.base.counted(count)}
        {words.rollups.base.unproven}
      </p>
    </section>
  );
}

const INITIAL = { opened: [], drawn: PAGE };
