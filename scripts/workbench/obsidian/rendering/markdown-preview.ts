import type { App, MarkdownSectionInformation, TFile } from 'obsidian';
import type { Token } from 'markdown-it';
import { Component } from '../base/component';
import { internal } from '../internals';
import { appendTokens } from './markdown-dom';
import { createMarkdownParser, type MarkdownParser, withoutHidden } from './markdown-parser';
import { processorContext } from './markdown-processors';
import { MarkdownRenderer } from './markdown-renderer';
import { drawEmbeds } from './note-embed';
import { drawNoteHeader } from './note-header';
import { ViewportWatch } from '../elements/viewport-watch';

/** A top-level block of a note. */
interface MarkdownSection {
  readonly lineStart: number;
  readonly lineEnd: number;
  /** Its lines as they are written. */
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** A section on the page. Far from what is seen it has no owner, and its element is an empty one of its height. */
interface Drawn {
  section: MarkdownSection;
  el: HTMLElement;
  owner: Component | null;
}

/**
 * The reading view of a note. Blocks whose text did not change keep their elements; those far from what is seen are
 * dropped, and drawn anew when they come near.
 */
export class MarkdownPreviewView extends MarkdownRenderer {
  private readonly parser = createMarkdownParser();
  private readonly scrollEl: HTMLElement;
  private readonly sizerEl: HTMLElement;
  private readonly headerEl: HTMLElement;
  private watch: ViewportWatch;
  private text = '';
  private drawn: Drawn[] = [];

  constructor(
    app: App,
    parent: HTMLElement,
    private readonly fileOf: () => TFile | null,
    private readonly onToggleTask: (line: number) => void,
  ) {
    super(app, parent.createDiv({ cls: 'markdown-reading-view' }));
    this.scrollEl = this.containerEl.createDiv({
      cls: ['markdown-preview-view', 'markdown-rendered', 'node-insert-event', 'is-readable-line-width'],
      attr: { tabindex: -1 },
    });
    this.sizerEl = this.scrollEl.createDiv({ cls: ['markdown-preview-sizer', 'markdown-preview-section'] });
    this.headerEl = this.sizerEl.createDiv({ cls: ['mod-header', 'mod-ui'] });
    this.watch = this.watchSections();
    this.register(
      this.scrollEl.onWindowMigrated(() => {
        this.watch.end();
        this.watch = this.watchSections();
      }),
    );
    this.scrollEl.on('click', '.task-list-item-checkbox', (event, box) => this.onCheckbox(event, box));
  }

  get file(): TFile | null {
    return this.fileOf();
  }

  get(): string {
    return this.text;
  }

  set(data: string, clear: boolean): void {
    if (clear) this.clear();
    this.text = data;
    this.rerender();
  }

  clear(): void {
    this.drop(this.drawn);
    this.drawn = [];
    this.text = '';
  }

  rerender(full = false): void {
    if (full) {
      this.drop(this.drawn);
      this.drawn = [];
    }
    drawNoteHeader(this.headerEl, this.file, this.text);
    const rest = [...this.drawn];
    const next = readSections(this.parser, this.text).map((section) => {
      const at = rest.findIndex((old) => old.section.text === section.text);
      const kept = at < 0 ? undefined : rest.splice(at, 1)[0];
      if (!kept) return this.draw(section);
      kept.section = section;
      return kept;
    });
    const added = next.filter((drawn) => !this.drawn.includes(drawn));
    this.drop(rest);
    this.drawn = next;
    this.sizerEl.setChildrenInPlace([this.headerEl, ...next.map(({ el }) => el)]);
    for (const drawn of added) {
      this.watch.observe(drawn.el);
      void this.process(drawn);
    }
  }

  /** How far it is scrolled, as the line that stands on top. */
  getScroll(): number {
    const top = this.scrollEl.getBoundingClientRect().top;
    const first = this.drawn.find(({ el }) => el.getBoundingClientRect().bottom > top);
    return first?.section.lineStart ?? 0;
  }

  applyScroll(line: number): void {
    const found = this.sectionAt(line);
    if (found) this.bringBack(found);
    if (line > 0) found?.el.scrollIntoView({ block: 'start' });
    else this.scrollEl.scrollTop = 0;
  }

  /** Shows the line and makes it flash. */
  revealLine(line: number): void {
    const found = this.sectionAt(line);
    if (!found) return;
    this.bringBack(found);
    const item = found.el
      .findAll('li[data-line]')
      .find((el) => Number(el.getAttr('data-line')) + found.section.lineStart === line);
    const target = item ?? found.el;
    target.scrollIntoView({ block: 'center' });
    target.addClass('is-flashing');
    window.setTimeout(() => target.removeClass('is-flashing'), 1500);
  }

  override onunload(): void {
    this.watch.end();
    this.clear();
  }

  private watchSections(): ViewportWatch {
    const of = (el: Element): readonly Drawn[] => this.drawn.filter((drawn) => drawn.el === el);
    const watch = new ViewportWatch(
      this.scrollEl,
      (el) => of(el).forEach((drawn) => this.bringBack(drawn)),
      (el) => of(el).forEach((drawn) => this.dropFar(drawn)),
    );
    for (const { el } of this.drawn) watch.observe(el);
    return watch;
  }

  /** Puts an empty element of the same height in the place of the section's, and unloads what it drew. */
  private dropFar(drawn: Drawn): void {
    if (!drawn.owner) return;
    const { el, owner } = drawn;
    const empty = createDiv({ cls: 'markdown-preview-far' });
    const margin = (child: Element | null, side: string): string =>
      child ? child.getCssPropertyValue(`margin-${side}`) : '0';
    // The margins of what is in a section stick out of it.
    empty.setCssStyles({
      height: `${el.getBoundingClientRect().height}px`,
      marginTop: margin(el.firstElementChild, 'top'),
      marginBottom: margin(el.lastElementChild, 'bottom'),
    });
    this.replace(drawn, empty, null);
    this.removeChild(owner);
  }

  private bringBack(drawn: Drawn): void {
    if (drawn.owner) return;
    const { el, owner } = this.draw(drawn.section);
    this.replace(drawn, el, owner);
    void this.process(drawn);
  }

  private replace(drawn: Drawn, el: HTMLElement, owner: Component | null): void {
    this.watch.unobserve(drawn.el);
    drawn.el.replaceWith(el);
    drawn.el = el;
    drawn.owner = owner;
    this.watch.observe(el);
  }

  private sectionAt(line: number): Drawn | undefined {
    return [...this.drawn].reverse().find(({ section }) => section.lineStart <= line);
  }

  private draw(section: MarkdownSection): Drawn {
    const el = createDiv({ cls: sectionClass(section) });
    const owner = new Component();
    this.addChild(owner);
    appendTokens(el, section.tokens, section.lineStart);
    return { section, el, owner };
  }

  /** Post-processors come when all sections are known, so that they can ask where theirs stands. */
  private async process({ el, owner }: Drawn): Promise<void> {
    if (!owner) return;
    const sourcePath = this.file?.path ?? '';
    await internal(this.app).markdownProcessors.run(
      el,
      processorContext(this.app, sourcePath, 'reading', owner, (inside) => this.sectionInfo(inside)),
    );
    drawEmbeds(this.app, el, sourcePath, owner);
  }

  private sectionInfo(inside: HTMLElement): MarkdownSectionInformation | null {
    const found = this.drawn.find(({ el }) => el.contains(inside));
    return found ? { text: this.text, lineStart: found.section.lineStart, lineEnd: found.section.lineEnd } : null;
  }

  private drop(drawn: readonly Drawn[]): void {
    for (const { el, owner } of drawn) {
      this.watch.unobserve(el);
      el.detach();
      if (owner) this.removeChild(owner);
    }
  }

  private onCheckbox(event: MouseEvent, box: HTMLElement): void {
    const found = this.drawn.find(({ el }) => el.contains(box));
    const line = box.getAttr('data-line');
    if (!found || line === null) return;
    event.preventDefault();
    // A box of an embedded note is none of this note's lines.
    if (box.closest('.internal-embed')) return;
    this.onToggleTask(found.section.lineStart + Number(line));
  }
}

/** The note as its top-level blocks, with their lines. */
function readSections(parser: MarkdownParser, text: string): readonly MarkdownSection[] {
  const lines = text.split('\n');
  const sections: MarkdownSection[] = [];
  let group: Token[] = [];
  let depth = 0;
  for (const token of parser.parse(withoutHidden(text), {})) {
    group.push(token);
    depth += token.nesting;
    if (depth > 0) continue;
    const [lineStart, end] = group[0]?.map ?? [0, 0];
    sections.push({
      lineStart,
      lineEnd: Math.max(lineStart, lastFilled(lines, end - 1, lineStart)),
      text: lines.slice(lineStart, end).join('\n'),
      tokens: group,
    });
    group = [];
  }
  return sections;
}

function lastFilled(lines: readonly string[], from: number, floor: number): number {
  let at = from;
  while (at > floor && (lines[at] ?? '').trim() === '') at -= 1;
  return at;
}

/** The class that Obsidian gives the element around a section. */
function sectionClass(section: MarkdownSection): string {
  const first = section.tokens[0];
  if (!first) return '';
  return `el-${first.type === 'fence' || first.type === 'code_block' ? 'pre' : first.tag || 'p'}`;
}
