import { h, render } from 'preact';
import { MarkdownRenderChild, type HoverPopover } from 'obsidian';
import { sameValue } from '../../core/base/equal';
import { createStore, type WritableStore } from '../../core/base/store';
import { readSpec } from '../../core/rollup/spec';
import { Boundary } from '../parts/boundary';
import type { BlockMemory } from './block-memory';
import type { BlockModel, BlockView } from './model';
import { RollupBlock } from './rollup-block';
import type { Rollups } from './rollups';
import { watchSeen } from './seen';

/** What one block is given. */
export interface BlockParts {
  readonly rollups: Rollups;
  readonly memory: BlockMemory;
  /** The path of the note that it stands in. */
  readonly path: string;
  readonly source: string;
  readonly model: Omit<BlockModel, 'view'>;
  readonly onError: (what: string, error: unknown) => void;
}

/**
 * One rollup block on a page, from when Obsidian draws it until it takes it away. While it cannot be seen it does nothing, and keeps its place: its height is that of
 * the last time. When it is seen, and while it is, it shows what the graph says then.
 */
export class RollupChild extends MarkdownRenderChild {
  hoverPopover: HoverPopover | null = null;
  private readonly read: ReturnType<typeof readSpec>;
  private readonly view: WritableStore<BlockView>;
  private isSeen = false;

  constructor(element: HTMLElement, private readonly parts: BlockParts) {
    super(element);
    this.read = readSpec(parts.source);
    this.view = createStore<BlockView>({ kind: 'unseen' }, { equal: sameValue, onError: (error) => parts.onError('A rollup was not drawn', error) });
  }

  override onload(): void {
    const { rollups, memory, path, source, model, onError } = this.parts;
    const state = memory.get(path, source);
    this.containerEl.addClass('account-actions-rollup-block');
    this.containerEl.setCssProps({ '--account-actions-rollup-height': `${state.height}px` });
    render(h(Boundary, {
      onError: (error) => onError('A rollup was not drawn', error),
      children: h(RollupBlock, { model: { ...model, view: this.view }, initial: state, onChange: (changed) => memory.change(path, source, changed) }),
    }), this.containerEl);
    this.register(watchSeen(this.containerEl, (isSeen) => {
      this.isSeen = isSeen;
      this.update();
    }));
    this.register(rollups.scene.subscribe(() => this.update()));
    this.register(rollups.isRead.subscribe(() => this.update()));
  }

  override onunload(): void {
    const { memory, path, source } = this.parts;
    const { height } = this.containerEl.getBoundingClientRect();
    if (height > 0 && this.view.get().kind !== 'unseen') memory.change(path, source, { height: Math.round(height) });
    render(null, this.containerEl);
  }

  private update(): void {
    if (!this.isSeen) return;
    try {
      this.view.set(this.viewNow());
      // Its place was kept until it was drawn.
      this.containerEl.setCssProps({ '--account-actions-rollup-height': '0' });
    } catch (error) {
      this.parts.onError('A rollup was not drawn', error);
    }
  }

  private viewNow(): BlockView {
    const { rollups, path } = this.parts;
    if (this.read.spec === null) return { kind: 'faults', faults: this.read.faults };
    if (!rollups.isRead.get()) return { kind: 'reading' };
    return { kind: 'result', result: rollups.resultOf(this.read.spec, rollups.placeOf(path)) };
  }
}
