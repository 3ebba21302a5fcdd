import { MarkdownRenderChild, type MarkdownPostProcessorContext } from 'obsidian';
import { sameValue } from '../../core/base/equal';
import type { Task } from '../../core/task/task';
import { scanLines, type Line } from '../../core/text/lines';
import type { DecisionName } from '../../core/triage/decide';
import { renderedTasks, taskKeys, waitingTask } from '../../core/triage/waiting-lines';
import type { InlineTriage, LinesOfNote, ShownLine } from '../../app/lines/inline-triage';
import { drawControls, updateControls } from './line-controls';

interface Drawn {
  readonly el: HTMLElement;
  readonly shown: ShownLine;
}

interface Section {
  readonly text: string;
  readonly lines: readonly Line[];
  /** The items that are drawn, each with its task. */
  readonly items: readonly (readonly [HTMLElement, Task])[];
}

/**
 * The lines of a text; the last one is remembered by whoever makes this, because a note is asked for section by
 * section.
 */
export type ReadLines = (text: string) => readonly Line[];

/** Reads lines, and remembers those of the last text. */
export function rememberedLines(): ReadLines {
  let last: { readonly text: string; readonly lines: readonly Line[] } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, lines: scanLines(text) };
    return last.lines;
  };
}

/** Buttons on the proposed lines of one rendered section of a note, as long as it is there. */
export class RenderedLines extends MarkdownRenderChild {
  private drawn: ReadonlyMap<HTMLElement, Drawn> = new Map();
  private seen: LinesOfNote | null = null;

  constructor(
    el: HTMLElement,
    private readonly context: MarkdownPostProcessorContext,
    private readonly inline: InlineTriage,
    private readonly readLines: ReadLines,
  ) {
    super(el);
  }

  override onload(): void {
    this.show();
    this.register(
      this.inline.onChange(() => {
        if (this.inline.noteAt(this.context.sourcePath) !== this.seen) this.show();
      }),
    );
    this.register(() => this.drawn.forEach(({ el }) => el.remove()));
  }

  private show(): void {
    const note = this.inline.noteAt(this.context.sourcePath);
    this.seen = note;
    const wanted = note === null ? NOTHING : this.wanted(note);
    this.drawn.forEach(({ el }, item) => wanted.has(item) || el.remove());
    this.drawn = new Map(
      [...wanted].map(([item, shown]) => {
        const before = this.drawn.get(item);
        if (before === undefined) {
          const el = drawControls(shown, { tabStops: true, onPress: (decision) => void this.press(item, decision) });
          placeIn(item, el);
          return [item, { el, shown }];
        }
        if (!sameValue(before.shown, shown)) updateControls(before.el, shown);
        return [item, { el: before.el, shown }];
      }),
    );
  }

  private wanted({ rules, shown }: LinesOfNote): ReadonlyMap<HTMLElement, ShownLine> {
    const section = this.read();
    if (section === null) return NOTHING;
    const waiting = section.items.filter(([, { raw, line }]) => waitingTask(raw, line, rules) !== null);
    const keys = taskKeys(this.context.sourcePath, section.lines, new Set(waiting.map(([, { line }]) => line)));
    return new Map(waiting.map(([item, { line, text }]) => [item, shown(keys.get(line)!, text)]));
  }

  /** The section as it stands in its note now, or null where it cannot be told for sure which item is which line. */
  private read(): Section | null {
    const rules = this.inline.noteAt(this.context.sourcePath)?.rules;
    const info = this.context.getSectionInfo(this.containerEl);
    if (info === null || rules === undefined) return null;
    const items = this.containerEl.findAll('li.task-list-item').filter((item) => isOwn(item, this.containerEl));
    const lines = this.readLines(info.text);
    const tasks = renderedTasks(
      lines,
      { first: info.lineStart, last: info.lineEnd },
      items.map(({ dataset }) => dataset['task'] || ' '),
      rules,
    );
    return tasks === null ? null : { text: info.text, lines, items: tasks.map((task, index) => [items[index]!, task]) };
  }

  private async press(item: HTMLElement, decision: DecisionName): Promise<void> {
    const section = this.read();
    const task = section?.items.find(([other]) => other === item)?.[1];
    if (section == null || task === undefined) return;
    const goOn = followFocus(item, decision);
    await this.inline.press(
      { path: this.context.sourcePath, text: section.text, line: task.line, raw: task.raw },
      decision,
    );
    goOn();
  }
}

/** How long a note takes at most to be drawn anew once it was written, in milliseconds. */
const REDRAWN_MS = 100;

/**
 * Where the focus is on a button of an item: brings it to the same one of the next line, once the item is drawn anew
 * without buttons and the focus is lost.
 */
function followFocus(item: HTMLElement, decision: DecisionName): () => void {
  const { ownerDocument } = item;
  const view = item.closest('.markdown-preview-view');
  const selector = `.account-actions-line > [data-decision=${decision}]`;
  const at = view === null ? -1 : view.findAll(selector).findIndex((button) => button === ownerDocument.activeElement);
  return () => {
    if (at >= 0)
      window.setTimeout(() => {
        if (view === null || ownerDocument.activeElement !== ownerDocument.body) return;
        const left = view.findAll(selector);
        left[Math.min(at, left.length - 1)]?.focus();
      }, REDRAWN_MS);
  };
}

const NOTHING: ReadonlyMap<HTMLElement, ShownLine> = new Map();

/**
 * Whether an item was rendered from the section itself, and not from what is embedded in it or made by a code block.
 */
function isOwn(item: HTMLElement, section: HTMLElement): boolean {
  const other = item.closest('.internal-embed, [class*="block-language-"]');
  return other === null || other.contains(section);
}

/** Puts an element at the end of an item's own words, before the list in it. */
function placeIn(item: HTMLElement, el: HTMLElement): void {
  const children = Array.from(item.children);
  const paragraph = children.find(({ tagName }) => tagName === 'P');
  if (paragraph !== undefined) paragraph.append(el);
  else item.insertBefore(el, children.find(({ tagName }) => tagName === 'UL' || tagName === 'OL') ?? null);
}
