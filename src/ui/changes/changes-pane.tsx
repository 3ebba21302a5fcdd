import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { recentDays } from '../../core/change/recent';
import { recentDayWords } from '../../words/format';
import { Section } from '../parts/section';
import { LongList } from '../parts/long-list';
import { useStore } from '../use-store';
import { ChangeItem } from './change-item';
import type { ChangesModel } from '../../app/changes/follow-changes';
import { words } from '../../words/words';

/** The recent actions, newest first. */
export function ChangesPane({ model }: { readonly model: ChangesModel }): VNode {
  const rows = useStore(model.rows);
  const today = useStore(model.today);
  const [pending, setPending] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const undo = async (id: string): Promise<void> => {
    setPending(id);
    setSaid(await model.undo(id));
    setPending(null);
  };
  return (
    <>
      <div class="account-actions-changes" tabIndex={-1} data-takes-focus>
        {rows.length === 0 && <p class="account-actions-empty">{words.changes.empty}</p>}
        {recentDays(rows).map(({ day, rows: own }, index) => (
          <Section key={day} title={recentDayWords(day, today)} count={own.length} folded={index > 0}>
            {() => (
              <LongList items={own} label={words.changes.ofDay(recentDayWords(day, today))}>
                {(row) => (
                  <ChangeItem
                    key={row.id}
                    row={row}
                    today={today}
                    pending={pending !== null}
                    onUndo={() => void undo(row.id)}
                    onOpen={model.open}
                  />
                )}
              </LongList>
            )}
          </Section>
        ))}
      </div>
      <div class="account-actions-status" role="status">
        {said}
      </div>
    </>
  );
}
