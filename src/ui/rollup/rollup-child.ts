import type { OnError } from '../../app/told';
import { h, render } from 'preact';
import { MarkdownRenderChild, type HoverPopover } from 'obsidian';
import { sameValue } from '../../core/base/equal';
import { createStore, type WritableStore } from '../../core/base/store';
import { readSpec } from '../../core/rollup/spec';
import { Boundary } from '../parts/boundary';
import { keepFocus } from '../parts/keep-focus';
import type { BlockMemory } from './block-memory';
import type { BlockModel, BlockView } from './model';
import { RollupBlock } from './rollup-block';
import type { Rollups } from '../../app/rollup/rollups';
import { watchSeen } from '../parts/watch-seen';
import { words } from '../../words/words';

/** What one block is given. */
export interface BlockParts {
  readonly rollups: Rollups;
  readonly memory: BlockMemory;
  /** The path of the note that it stands in. */
  readonly path: string;
  readonly source: string;
  readonly model: Omit<BlockModel, 'view'>;
  readonly onError: OnError;
}

/**
 * One rollup block on a page, from when Obsidian draws it until it takes it away. While it cannot be seen it does
 * nothing, and keeps its place: its height is that of the last time. It is drawn when it is seen first, and shows what
 * the graph says while it is seen.
 */
export class RollupChild extends MarkdownRenderChild {
  hoverPopover: HoverPopover | null = null;
  private readonly read: ReturnType<typeof readSpec>;
  private readonly view: WritableStore<BlockView>;
  private isSeen = false;
  private isDrawn = false;

  constructor(
    element: HTMLElement,
    private readonly parts: BlockParts,
  ) {
    super(element);
    this.read = readSpec(parts.source);
    this.view = createStore<BlockView>(
      { kind: 'reading' },
      { equal: sameValue, onError: (error) => parts.onError(words.failures.draw.rollup, error) },
    );
  }

  override onload(): void {
    const { rollups, memory, path, source } = this.parts;
    this.containerEl.addClass('account-actions-rollup-block');
    this.containerEl.setCssProps({ '--account-actions-rollup-height': `${memory.get(path, source).height}px` });
    this.register(
      watchSeen(this.containerEl, (isSeen) => {
        this.isSeen = isSeen;
        if (isSeen) rollups.turns.take(this.update);
      }),
    );
    this.register(rollups.changed.subscribe(() => this.isSeen && rollups.turns.take(this.update)));
    this.register(() => rollups.turns.drop(this.update));
    this.register(keepFocus(this.containerEl));
  }

  override onunload(): void {
    const { memory, path, source } = this.parts;
    const { height } = this.containerEl.getBoundingClientRect();
    if (height > 0 && this.isDrawn) memory.change(path, source, { height: Math.round(height) });
    render(null, this.containerEl);
  }

  private readonly update = (): void => {
    if (!this.isSeen) return;
    this.view.set(this.viewNow());
    if (this.isDrawn) return;
    const { memory, path, source, model, onError } = this.parts;
    this.isDrawn = true;
    render(
      h(Boundary, {
        onError: (error) => onError(words.failures.draw.rollup, error),
        children: h(RollupBlock, {
          model: { ...model, view: this.view },
          initial: memory.get(path, source),
          onChange: (changed) => memory.change(path, source, changed),
        }),
      }),
      this.containerEl,
    );
  };

  private viewNow(): BlockView {
    const { rollups, path } = this.parts;
    if (this.read.spec === null) return { kind: 'faults', faults: this.read.faults };
    const result = rollups.resultOf(this.read.spec, rollups.placeOf(path));
    if (result !== null) {
      // Its place was kept until it was drawn.
      this.containerEl.setCssProps({ '--account-actions-rollup-height': '0' });
      return { kind: 'result', result };
    }
    // What it showed a moment before is better than nothing.
    const shown = this.view.get();
    return shown.kind === 'result' ? shown : { kind: 'reading' };
  }
}
