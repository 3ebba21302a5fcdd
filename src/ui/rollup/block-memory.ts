/** What a block looked like, so that it comes back as it was when Obsidian draws it anew. */
export interface BlockState {
  /** The keys of the rows whose copies are shown. */
  readonly opened: readonly string[];
  /** How many rows are drawn at most. */
  readonly drawn: number;
  /** In pixels; 0 where it was not drawn yet. */
  readonly height: number;
}

/** So many rows are drawn at first, and more with each press. */
export const PAGE = 50;

const INITIAL: BlockState = { opened: [], drawn: PAGE, height: 0 };
/** So many blocks are remembered, those drawn last. */
const MOST_BLOCKS = 500;

/** Remembers blocks by their note and their text, as long as the plugin is on. */
export interface BlockMemory {
  readonly get: (path: string, source: string) => BlockState;
  readonly change: (path: string, source: string, changed: Partial<BlockState>) => void;
}

export function createBlockMemory(): BlockMemory {
  const states = new Map<string, BlockState>();
  const get = (path: string, source: string): BlockState => states.get(`${path}\n${source}`) ?? INITIAL;
  return {
    get,
    change(path, source, changed) {
      const key = `${path}\n${source}`;
      const state = { ...get(path, source), ...changed };
      states.delete(key);
      states.set(key, state);
      const [oldest] = states.keys();
      if (states.size > MOST_BLOCKS) states.delete(oldest!);
    },
  };
}
