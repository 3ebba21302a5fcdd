import { h, render } from 'preact';
import {
  Component,
  type App,
  type BasesEntryGroup,
  type BasesQueryResult,
  type BasesViewConfig,
  type HoverPopover,
} from 'obsidian';
import { sameValue } from '../../core/base/equal';
import type { Steps } from '../../core/base/steps';
import { createStore, type WritableStore } from '../../core/base/store';
import { noteRows } from '../../core/rollup/note-rows';
import {
  noteSections,
  readNoteWish,
  type NoteResult,
  type NoteSection,
  type NoteWish,
} from '../../core/rollup/note-sections';
import { Boundary } from '../parts/boundary';
import { keepFocus } from '../parts/keep-focus';
import type { Context } from '../../app/context';
import type { RowActions, RowsModel } from '../rows/model';
import { createPreview } from '../rows/preview';
import type { Rollups } from '../../app/rollup/rollups';
import { watchSeen } from '../parts/watch-seen';
import { BaseRows, type BaseRowsView } from './base-rows';
import { words } from '../../words/words';

/** What the views of all bases are given. */
export interface BasesParts extends Pick<Context, 'inSlices' | 'onError'> {
  readonly app: App;
  readonly rollups: Pick<Rollups, 'scene' | 'changed' | 'isRead'>;
  readonly rows: RowActions;
}

/** What a base says now: what it found, and what is chosen of its view. */
export interface BaseAnswer {
  readonly data: Pick<BasesQueryResult, 'groupedData'>;
  readonly config: Pick<BasesViewConfig, 'get'>;
}

/**
 * What is drawn in the view of a base while it is open: the rows of its notes, as the base and the graph have them now.
 * While it cannot be seen it does nothing.
 */
export class BaseContent extends Component {
  hoverPopover: HoverPopover | null = null;
  private readonly view: WritableStore<BaseRowsView>;
  private readonly rowsOf = noteRows();
  private isSeen = false;
  private updates = 0;

  /** `answer`: what the base says now, or null until it said anything. */
  constructor(
    private readonly parentEl: HTMLElement,
    private readonly answer: () => BaseAnswer | null,
    private readonly parts: BasesParts,
  ) {
    super();
    this.view = createStore<BaseRowsView>(null, { equal: sameValue, onError: (error) => this.fail(error) });
  }

  override onload(): void {
    const { app, rollups, rows } = this.parts;
    const element = this.parentEl.createDiv('account-actions-base account-actions-rollup-block');
    const model: RowsModel = { ...rows, isView: false, preview: createPreview(app, this, '') };
    render(
      h(Boundary, { onError: (error) => this.fail(error), children: h(BaseRows, { model, view: this.view }) }),
      element,
    );
    this.register(
      watchSeen(element, (isSeen) => {
        this.isSeen = isSeen;
        this.update();
      }),
    );
    this.register(rollups.changed.subscribe(() => this.update()));
    this.register(keepFocus(element));
    this.register(() => {
      this.updates++;
      render(null, element);
      element.remove();
    });
  }

  /** Shows what the base and the graph say now; what is made of something older is left. */
  update(): void {
    const answer = this.isSeen ? this.answer() : null;
    if (answer !== null) void this.show(answer, ++this.updates);
  }

  private async show({ data, config }: BaseAnswer, update: number): Promise<void> {
    const { rollups, inSlices } = this.parts;
    try {
      if (this.view.get() === null) this.view.set('reading');
      if (!rollups.isRead()) return;
      const result = await inSlices(
        this.result(
          sectionsOf(data.groupedData),
          readNoteWish((key) => config.get(key)),
        ),
        () => update !== this.updates,
      );
      if (result !== null) this.view.set(result);
    } catch (error) {
      this.fail(error);
    }
  }

  private *result(sections: readonly NoteSection[], wish: NoteWish): Steps<NoteResult> {
    const rows = yield* this.rowsOf(
      this.parts.rollups.scene(),
      sections.flatMap(({ paths }) => paths),
    );
    return yield* noteSections(sections, rows, wish);
  }

  private fail(error: unknown): void {
    this.parts.onError(words.failures.draw.base, error);
  }
}

/** The notes of a base as it groups them. Other files hold no lines. */
function sectionsOf(groups: readonly BasesEntryGroup[]): readonly NoteSection[] {
  return groups.map((group) => ({
    title: group.hasKey() ? titleOf(String(group.key)) : groups.length > 1 ? words.rollups.base.noValue : null,
    paths: group.entries.flatMap(({ file: { path, extension } }) => (extension === 'md' ? [path] : [])),
  }));
}

/** A value as a heading: a link as the name that it shows. */
function titleOf(value: string): string {
  return /^\[\[(?:[^[\]|]*\|)?([^[\]|]+)\]\]$/.exec(value)?.[1] ?? value;
}
