import type { DeskKeeper } from '../../app/triage/desk-keeper';
import { currentRow, type Rows } from '../../app/triage/desk';
import type { TriageModel } from '../../app/triage/model';
import { words } from '../../words/words';

/** Where the likely twin of a row is shown: right above or below it, or not beside it. */
export type TwinPlace = 'above' | 'below' | 'elsewhere';

/** Where the likely twin of the row at an index is shown; null where it has none. */
export function twinPlace(rows: Rows, index: number): TwinPlace | null {
  const twin = rows.item(index)?.twin;
  if (twin == null) return null;
  if (rows.item(index - 1)?.key === twin.row.key) return 'above';
  return rows.item(index + 1)?.key === twin.row.key ? 'below' : 'elsewhere';
}

/** Says of a row whether it and its likely twin are the same; of the current one where none is given. */
export function tellTwins(
  model: TriageModel,
  { desk, say, tell }: DeskKeeper,
  areSame: boolean,
  row = currentRow(desk.get()),
): void {
  if (row === undefined) return;
  const { twin } = row;
  if (twin === null) say(words.triage.twins.none);
  else tell(new Set([row.key, twin.row.key]), () => model.tellTwins([row, twin.row], areSame));
}
