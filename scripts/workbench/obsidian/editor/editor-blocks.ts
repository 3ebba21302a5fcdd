import { type EditorState, type Extension, type Range, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import type { App } from 'obsidian';
import { Component } from '../base/component';
import { frontMatterEnd } from './editor-look';
import { editorInfoField, editorLivePreviewField } from './editor-state';
import { cellRange, editCell, type MakeEditor } from './table-cell';
import { setIcon } from '../elements/icons';
import { internal } from '../internals';
import { findBlocks, type MarkdownBlock } from '../rendering/markdown-blocks';
import { processorContext } from '../rendering/markdown-processors';
import { embedsNote, NoteEmbed, renderMarkdown } from '../rendering/note-embed';
import { drawNoteHeader } from '../rendering/note-header';

const focusChanged = StateEffect.define<boolean>();

/** Name and, in Live Preview, properties of the note: above its first line. */
class HeaderWidget extends WidgetType {
  constructor(
    private readonly name: string,
    private readonly frontMatter: string,
    private readonly draw: (el: HTMLElement) => void,
  ) {
    super();
  }

  override eq(other: HeaderWidget): boolean {
    return other.name === this.name && other.frontMatter === this.frontMatter;
  }

  override toDOM(): HTMLElement {
    const el = createDiv({ cls: 'cm-note-header', attr: { contenteditable: 'false' } });
    this.draw(el);
    return el;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

/** A block that Live Preview shows drawn while the cursor is elsewhere. */
class BlockWidget extends WidgetType {
  constructor(
    private readonly app: App,
    private readonly owners: WeakMap<HTMLElement, Component>,
    private readonly make: MakeEditor,
    private readonly block: MarkdownBlock,
    private readonly text: string,
  ) {
    super();
  }

  override eq(other: BlockWidget): boolean {
    return other.text === this.text && other.block.kind === this.block.kind;
  }

  override toDOM(view: EditorView): HTMLElement {
    const el = createDiv({
      cls: [
        'cm-embed-block',
        'markdown-rendered',
        `cm-${this.block.kind === 'code' ? 'preview-code-block' : this.block.kind}`,
      ],
      attr: { contenteditable: 'false' },
    });
    const owner = new Component();
    void owner.load();
    this.owners.set(el, owner);
    if (this.block.kind === 'code') this.drawCode(el, view, owner);
    else if (this.block.kind === 'embed')
      owner.addChild(new NoteEmbed(this.app, el.createDiv(), embedTarget(this.text), sourcePath(view.state)));
    else void renderMarkdown(this.app, this.text, el, sourcePath(view.state), owner);
    if (this.block.kind === 'table')
      el.on('click', 'td, th', (_event, cell) => this.openCell(view, el, cell as HTMLTableCellElement));
    const edit = el.createDiv({ cls: 'edit-block-button', attr: { 'aria-label': 'Edit this block', role: 'button' } });
    setIcon(edit, 'code-2');
    edit.addEventListener('click', () => {
      view.dispatch({ selection: { anchor: view.state.doc.lineAt(view.posAtDOM(el)).to } });
      view.focus();
    });
    return el;
  }

  override destroy(el: HTMLElement): void {
    this.owners.get(el)?.unload();
  }

  override ignoreEvent(): boolean {
    return true;
  }

  private openCell(view: EditorView, el: HTMLElement, cell: HTMLTableCellElement): void {
    if (cell.querySelector('.cm-editor') !== null) return;
    const row = (cell.parentElement as HTMLTableRowElement).rowIndex;
    const index = cell.cellIndex;
    editCell(this.make, view, cell, view.state.field(editorInfoField), () => {
      if (!el.isConnected) return null;
      // Below the head is the line of dashes.
      const line = view.state.doc.line(view.state.doc.lineAt(view.posAtDOM(el)).number + (row === 0 ? 0 : row + 1));
      const range = cellRange(line.text, index);
      return range === null ? null : { from: line.from + range.from, to: line.from + range.to };
    });
  }

  private drawCode(el: HTMLElement, view: EditorView, owner: Component): void {
    const handler = internal(this.app).markdownProcessors.codeBlock(this.block.language);
    const source = this.text.split('\n').slice(1, -1).join('\n');
    const inner = el.createDiv({ cls: `block-language-${this.block.language}` });
    const lines = this.block.lineEnd - this.block.lineStart;
    const context = processorContext(this.app, sourcePath(view.state), 'live-preview', owner, () => {
      // While it is drawn it stands where it was found; later it may have moved.
      const lineStart = el.isConnected ? view.state.doc.lineAt(view.posAtDOM(el)).number - 1 : this.block.lineStart;
      return { text: view.state.doc.toString(), lineStart, lineEnd: lineStart + lines };
    });
    void handler?.(source, inner, context);
  }
}

function embedTarget(line: string): string {
  return line.trim().slice('![['.length, -']]'.length).split('|')[0] ?? '';
}

function sourcePath(state: EditorState): string {
  return state.field(editorInfoField).file?.path ?? '';
}

/** The blocks above the text and in it, for one editor; `make` makes the editors of cells. */
export function noteBlocks(app: App, make: MakeEditor): Extension {
  const owners = new WeakMap<HTMLElement, Component>();

  const build = (state: EditorState, focused: boolean): DecorationSet => {
    const ranges: Range<Decoration>[] = [];
    const live = state.field(editorLivePreviewField);
    const { file } = state.field(editorInfoField);
    const bodyStart = frontMatterEnd(state.doc);
    const frontMatter = live ? state.sliceDoc(0, bodyStart) : '';
    const header = new HeaderWidget(file?.basename ?? '', frontMatter, (el) => drawNoteHeader(el, file, frontMatter));
    if (live && bodyStart > 0) {
      ranges.push(
        Decoration.replace({ widget: header, block: true }).range(
          0,
          bodyStart === state.doc.length ? bodyStart : bodyStart - 1,
        ),
      );
    } else {
      ranges.push(Decoration.widget({ widget: header, block: true, side: -1 }).range(0));
    }
    if (live) for (const block of openBlocks(state, bodyStart, focused)) ranges.push(block);
    return Decoration.set(ranges, true);
  };

  const openBlocks = function* (state: EditorState, bodyStart: number, focused: boolean): Iterable<Range<Decoration>> {
    const lines = state.doc.toString().split('\n');
    for (const block of findBlocks(lines, bodyStart === 0 ? 0 : state.doc.lineAt(bodyStart).number - 1)) {
      if (block.kind === 'code' && !internal(app).markdownProcessors.codeBlock(block.language)) continue;
      const from = state.doc.line(block.lineStart + 1).from;
      const { to } = state.doc.line(block.lineEnd + 1);
      if (focused && state.selection.ranges.some((range) => range.from <= to && range.to >= from)) continue;
      if (block.kind === 'embed' && !embedsNote(app, embedTarget(lines[block.lineStart] ?? ''), sourcePath(state)))
        continue;
      const widget = new BlockWidget(app, owners, make, block, state.sliceDoc(from, to));
      yield Decoration.replace({ widget, block: true }).range(from, to);
    }
  };

  const field = StateField.define<{ readonly focused: boolean; readonly blocks: DecorationSet }>({
    create: (state) => ({ focused: false, blocks: build(state, false) }),
    update: (value, transaction) => {
      const focused = transaction.effects.reduce(
        (is, effect) => (effect.is(focusChanged) ? effect.value : is),
        value.focused,
      );
      const same = !transaction.docChanged && !transaction.selection && transaction.effects.length === 0;
      return same ? value : { focused, blocks: build(transaction.state, focused) };
    },
    provide: (self) => EditorView.decorations.from(self, ({ blocks }) => blocks),
  });

  return [field, EditorView.focusChangeEffect.of((_state, focusing) => focusChanged.of(focusing))];
}
