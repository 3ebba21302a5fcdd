import type { Store } from '../../core/base/store';
import type { RollupResult } from '../../core/rollup/rows';
import type { SpecFault } from '../../core/rollup/spec';
import type { RowsModel } from '../rows/model';

/** What a block shows. */
export type BlockView =
  | { readonly kind: 'reading' }
  | { readonly kind: 'faults'; readonly faults: readonly SpecFault[] }
  | { readonly kind: 'result'; readonly result: RollupResult };

/** What a block can ask for besides what its rows can. */
export interface BlockModel extends RowsModel {
  readonly view: Store<BlockView>;
  copy(result: RollupResult): void;
  /** Puts plain Markdown in the place of the block, after a look at it. */
  convert(result: RollupResult): void;
}
