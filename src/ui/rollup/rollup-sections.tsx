import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { RollupSection } from '../../core/rollup/rows';
import { visible } from '../../core/text/inline';
import { useStore } from '../use-store';
import { PAGE, type BlockState } from './block-memory';
import type { RowsModel } from '../rows/model';
import { RollupRows } from './rollup-rows';
import { words } from '../../words/words';

interface RollupSectionsProps {
  readonly model: RowsModel;
  readonly sections: readonly RollupSection[];
  /** How many rows they have together. */
  readonly count: number;
  /** What the list of a section without a title is called. */
  readonly label: string;
  /** Whether each row names its account, where there are several, says what it is, and whose a task is. */
  readonly names: { readonly accounts: boolean; readonly kinds: boolean; readonly owners?: boolean };
  /** What they looked like when they were drawn last. */
  readonly initial: Pick<BlockState, 'opened' | 'drawn'>;
  readonly onChange?: (changed: Partial<BlockState>) => void;
}

/** Sections of rows under their titles, a page of rows at first and more with each press. */
export function RollupSections({
  model,
  sections,
  count,
  label,
  names,
  initial,
  onChange,
}: RollupSectionsProps): VNode {
  const today = useStore(model.today);
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set(initial.opened));
  const [drawn, setDrawn] = useState(initial.drawn);
  const toggle = (key: string): void => {
    const next = new Set(opened);
    if (!next.delete(key)) next.add(key);
    setOpened(next);
    onChange?.({ opened: [...next] });
  };
  const more = (): void => {
    setDrawn(drawn + PAGE);
    onChange?.({ drawn: drawn + PAGE });
  };
  const shown = firstOf(sections, drawn);
  const accounts = new Set(shown.flatMap(({ rows }) => rows.map(({ account }) => account)));
  const mixed = { accounts: names.accounts && accounts.size > 1, kinds: names.kinds, owners: names.owners ?? true };
  return (
    <>
      {shown.map(({ title, rows }, at) => (
        // Two sections may have one title.
        <div key={at} class="account-actions-rollup-section">
          {title !== null && (
            <div class="account-actions-rollup-common" role="heading" aria-level={4}>
              <bdi>{visible(title)}</bdi>
            </div>
          )}
          <RollupRows
            model={model}
            rows={rows}
            today={today}
            opened={{ isOpen: (key) => opened.has(key), toggle }}
            label={title ?? label}
            mixed={mixed}
          />
        </div>
      ))}
      {count > drawn && (
        <button type="button" class="account-actions-rollup-next" onClick={more}>
          {count - drawn <= PAGE ? words.rollups.showRest(count - drawn) : words.common.showMore(PAGE, count - drawn)}
        </button>
      )}
    </>
  );
}

/** The first sections, with so many rows together. */
function firstOf(sections: readonly RollupSection[], most: number): readonly RollupSection[] {
  const first: RollupSection[] = [];
  let left = most;
  for (const { title, rows } of sections) {
    if (left <= 0) break;
    first.push({ title, rows: rows.slice(0, left) });
    left -= rows.length;
  }
  return first;
}
