import { MarkdownRenderChild, type MarkdownPostProcessorContext } from 'obsidian';
import { sameValue } from '../../core/base/equal';
import type { Task } from '../../core/task/task';
import { scanLines, type Line } from '../../core/text/lines';
import type { RowVerb } from '../../core/triage/decide';
import { renderedTasks, taskKeys, waitingTask } from '../../core/triage/waiting-lines';
import type { InlineTriage, LinesOfNote, ShownLine } from '../../app/lines/inline-triage';
import { drawControls, updateControls } from './line-controls';

/** A line that carries buttons: the item that it was rendered as, and what is shown. */
interface Waiting {
  readonly item: HTMLElement;
  readonly shown: ShownLine;
}

interface Drawn extends Waiting {
  readonly el: HTMLElement;
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
  /** By the keys of lines. */
  private drawn: ReadonlyMap<string, Drawn> = new Map();
  /** The button that has the focus, or had it when it was taken away. */
  private held: HTMLElement | null = null;
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
    // Other plugins draw items anew, some time later: the Tasks plugin puts one of its own in the place of each.
    const observer = new MutationObserver((changes) => {
      if (!changes.every(isOurs)) this.show();
    });
    observer.observe(this.containerEl, { childList: true, subtree: true });
    this.registerDomEvent(this.containerEl, 'focusin', ({ target }) => {
      this.held = target as HTMLElement;
    });
    this.registerDomEvent(this.containerEl, 'focusout', ({ target }) => {
      // Of what is taken away, the browser may say that it lost the focus before it is gone.
      queueMicrotask(() => {
        if (this.held === target && this.held?.isConnected === true) this.held = null;
      });
    });
    this.register(() => {
      observer.disconnect();
      this.drawn.forEach(({ el }) => el.remove());
    });
  }

  private show(): void {
    const note = this.inline.noteAt(this.context.sourcePath);
    this.seen = note;
    const wanted = note === null ? NOTHING : this.wanted(note);
    this.drawn.forEach(({ el }, key) => wanted.has(key) || el.remove());
    this.drawn = new Map(
      [...wanted].map(([key, { item, shown }]) => {
        const before = this.drawn.get(key);
        const el = before?.el ?? drawControls(shown, { tabStops: true, onPress: (verb) => void this.press(key, verb) });
        if (before !== undefined && !sameValue(before.shown, shown)) updateControls(el, shown);
        if (before?.item !== item || !item.contains(el)) this.place(item, el);
        return [key, { item, el, shown }];
      }),
    );
  }

  private place(item: HTMLElement, el: HTMLElement): void {
    placeIn(item, el);
    const { activeElement, body } = el.ownerDocument;
    if (this.held !== null && el.contains(this.held) && activeElement === body)
      this.held.focus({ preventScroll: true });
  }

  private wanted({ rules, shown }: LinesOfNote): ReadonlyMap<string, Waiting> {
    const section = this.read();
    if (section === null) return NOTHING;
    const waiting = section.items.filter(([, { raw, line }]) => waitingTask(raw, line, rules) !== null);
    const keys = taskKeys(this.context.sourcePath, section.lines, new Set(waiting.map(([, { line }]) => line)));
    return new Map(
      waiting.map(([item, { line, text }]) => {
        const key = keys.get(line)!;
        return [key, { item, shown: shown(key, text) }];
      }),
    );
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

  private async press(key: string, verb: RowVerb): Promise<void> {
    const section = this.read();
    const item = this.drawn.get(key)?.item;
    const task = section?.items.find(([other]) => other === item)?.[1];
    if (section == null || item === undefined || task === undefined) return;
    const goOn = followFocus(item, verb);
    await this.inline.press(
      { path: this.context.sourcePath, text: section.text, line: task.line, raw: task.raw },
      verb,
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
function followFocus(item: HTMLElement, verb: RowVerb): () => void {
  const { ownerDocument } = item;
  const view = item.closest('.markdown-preview-view');
  const selector = `.account-actions-line > [data-decision=${verb.name}]`;
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

const NOTHING: ReadonlyMap<string, Waiting> = new Map();

/** Whether nothing but our buttons, or what is in them, came or went. */
function isOurs({ target, addedNodes, removedNodes }: MutationRecord): boolean {
  return (
    (target as Element).closest(OURS) !== null ||
    [...addedNodes, ...removedNodes].every((node) => node.instanceOf(HTMLElement) && node.matches(OURS))
  );
}

const OURS = '.account-actions-line';

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
