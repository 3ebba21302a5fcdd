import { RangeSet, StateEffect, type Extension, type Range, type Text } from '@codemirror/state';
import {
  Decoration,
  ViewPlugin,
  WidgetType,
  type DecorationSet,
  type EditorView,
  type PluginValue,
  type ViewUpdate,
} from '@codemirror/view';
import { editorInfoField, editorLivePreviewField } from 'obsidian';
import { sameValue } from '../../core/base/equal';
import type { Task } from '../../core/task/task';
import { scanLines, type Line } from '../../core/text/lines';
import type { RowVerb } from '../../core/triage/decide';
import { taskKeys, waitingTask } from '../../core/triage/waiting-lines';
import type { InlineTriage, LinesOfNote, ShownLine } from '../../app/lines/inline-triage';
import { drawControls, updateControls } from '../inline-triage/line-controls';

/** Sent to an editor when what its buttons show changed. */
const redrawn = StateEffect.define<null>();

/** Notes up to this length, in UTF-16 units, are looked through after each key; longer ones when the typing rests. */
const LOOKED_AT_ONCE = 200_000;
const REST_MS = 150;

/** Buttons on the proposed lines that are seen, in each editor in Live Preview. */
export function proposalButtons(inline: InlineTriage): Extension {
  return ViewPlugin.define((view) => new ProposalButtons(view, inline), {
    decorations: (plugin) => plugin.decorations,
  });
}

class ButtonsWidget extends WidgetType {
  constructor(
    private readonly raw: string,
    private readonly shown: ShownLine,
    private readonly inline: InlineTriage,
  ) {
    super();
  }

  override eq(other: ButtonsWidget): boolean {
    return other.raw === this.raw && sameValue(other.shown, this.shown);
  }

  override toDOM(view: EditorView): HTMLElement {
    const el = drawControls(this.shown, {
      tabStops: false,
      onPress: (verb) => press(view, el, this.inline, verb),
    });
    el.dataset['raw'] = this.raw;
    return el;
  }

  override updateDOM(el: HTMLElement): boolean {
    el.dataset['raw'] = this.raw;
    updateControls(el, this.shown);
    return true;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

/**
 * The line that an element stands on is the editor's to say; what it must say there is what it said when the buttons
 * were drawn.
 */
function press(view: EditorView, el: HTMLElement, inline: InlineTriage, verb: RowVerb): void {
  const { doc } = view.state;
  const path = pathOf(view);
  if (path !== null)
    void inline.press(
      { path, text: doc.toString(), line: doc.lineAt(view.posAtDOM(el)).number - 1, raw: el.dataset['raw'] ?? '' },
      verb,
    );
}

/** The note that an editor shows the lines of; null for one within another, which shows the cell of a table. */
function pathOf({ state, dom }: EditorView): string | null {
  if (dom.parentElement?.closest('.cm-editor') != null) return null;
  return state.field(editorInfoField, false)?.file?.path ?? null;
}

class ProposalButtons implements PluginValue {
  decorations: DecorationSet;
  private scanned: { readonly doc: Text; readonly lines: readonly Line[] } | null = null;
  private seen: LinesOfNote | null = null;
  private rest: number | null = null;
  private readonly end: () => void;

  constructor(
    private readonly view: EditorView,
    private readonly inline: InlineTriage,
  ) {
    this.decorations = this.build();
    this.end = inline.onChange(() => {
      if (this.note() !== this.seen) this.redraw();
    });
  }

  update({ docChanged, viewportChanged, changes, startState, state, transactions }: ViewUpdate): void {
    if (docChanged && state.doc.length > LOOKED_AT_ONCE) {
      this.decorations = this.decorations.map(changes);
      this.redrawAtRest();
      return;
    }
    const isTold = transactions.some(({ effects }) => effects.some((effect) => effect.is(redrawn)));
    const isSwitched = startState.field(editorLivePreviewField, false) !== state.field(editorLivePreviewField, false);
    if (docChanged || viewportChanged || isTold || isSwitched) this.decorations = this.build();
  }

  destroy(): void {
    this.end();
    if (this.rest !== null) this.win.clearTimeout(this.rest);
  }

  private get win(): Window {
    return this.view.dom.ownerDocument.defaultView ?? window;
  }

  private redrawAtRest(): void {
    if (this.rest !== null) this.win.clearTimeout(this.rest);
    this.rest = this.win.setTimeout(() => {
      this.rest = null;
      this.redraw();
    }, REST_MS);
  }

  private redraw(): void {
    if (!RangeSet.eq([this.build()], [this.decorations])) this.view.dispatch({ effects: redrawn.of(null) });
  }

  private build(): DecorationSet {
    const {
      view: {
        state: { doc },
        visibleRanges,
      },
      inline,
    } = this;
    const path = pathOf(this.view);
    const note = (this.seen = this.note());
    if (path === null || note === null) return Decoration.none;
    const waiting = new Map<number, Task>();
    for (const { from, to } of visibleRanges) {
      const last = doc.lineAt(to).number;
      for (let number = doc.lineAt(from).number; number <= last; number++) {
        const task = waitingTask(doc.line(number).text, number - 1, note.rules);
        if (task !== null) waiting.set(number - 1, task);
      }
    }
    if (waiting.size === 0) return Decoration.none;
    const ranges: Range<Decoration>[] = [];
    for (const [line, key] of taskKeys(path, this.linesOf(doc), new Set(waiting.keys()))) {
      const { raw, text } = waiting.get(line)!;
      ranges.push(
        Decoration.widget({ widget: new ButtonsWidget(raw, note.shown(key, text), inline), side: 1 }).range(
          doc.line(line + 1).to,
        ),
      );
    }
    return Decoration.set(ranges, true);
  }

  /** The note that is seen, or null where it carries no buttons. */
  private note(): LinesOfNote | null {
    const path = pathOf(this.view);
    return path === null || this.view.state.field(editorLivePreviewField, false) !== true
      ? null
      : this.inline.noteAt(path);
  }

  /** The lines of a text, looked through once for as long as it stays the same. */
  private linesOf(doc: Text): readonly Line[] {
    if (this.scanned?.doc !== doc) this.scanned = { doc, lines: scanLines(doc.toString()) };
    return this.scanned.lines;
  }
}
