import { syntaxTree } from '@codemirror/language';
import { type Range, StateField, type Text } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view';
import { editorLivePreviewField } from './editor-state';
import { readFence } from '../rendering/markdown-blocks';

const LIST_LINE = /^(\s*)([-*+]|\d+[.)])(\s+)(?:(\[(.)\])(\s|$))?/u;
const HASHTAG = /(^|[\s(])(#[\p{L}\p{N}_/-]*[\p{L}_/-][\p{L}\p{N}_/-]*)/gu;
const WIKI_LINK = /(!?\[\[)([^[\]|]*)(\|)?([^[\]]*)(\]\])/g;
const HIGHLIGHT = /==(?=\S)[^=]+==/g;
const COMMENT = /%%.*?%%/g;
const BLOCK_ID = /\s\^[\w-]+$/;
const TAB_COLUMNS = 4;

/** Syntax nodes that get a class of their own, and the marks that Live Preview hides while the cursor is elsewhere. */
const NODE_CLASSES: Readonly<Record<string, string>> = {
  Emphasis: 'cm-em',
  StrongEmphasis: 'cm-strong',
  Strikethrough: 'cm-strikethrough',
  InlineCode: 'cm-inline-code',
  Link: 'cm-link',
  URL: 'cm-url',
  CodeInfo: 'cm-codeblock-info',
  HeaderMark: 'cm-formatting cm-formatting-header',
  EmphasisMark: 'cm-formatting',
  StrikethroughMark: 'cm-formatting',
  CodeMark: 'cm-formatting cm-formatting-code',
  LinkMark: 'cm-formatting cm-formatting-link',
  QuoteMark: 'cm-formatting cm-formatting-quote',
};
const HIDDEN_MARKS = new Set(['EmphasisMark', 'StrikethroughMark', 'CodeMark']);
const HIDDEN_IN_LINKS = new Set(['LinkMark', 'URL', 'LinkTitle']);

class CheckboxWidget extends WidgetType {
  constructor(private readonly symbol: string) {
    super();
  }

  override eq(other: CheckboxWidget): boolean {
    return other.symbol === this.symbol;
  }

  override toDOM(view: EditorView): HTMLElement {
    const label = createEl('label', { cls: 'task-list-label' });
    const box = label.createEl('input', {
      cls: 'task-list-item-checkbox',
      type: 'checkbox',
      attr: { 'aria-label': 'Task', 'data-task': this.symbol },
    });
    box.checked = this.symbol !== ' ';
    box.addEventListener('mousedown', (event) => event.preventDefault());
    box.addEventListener('click', (event) => {
      event.preventDefault();
      toggleTaskAt(view, view.posAtDOM(label));
    });
    return label;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

function toggleTaskAt(view: EditorView, pos: number): void {
  const line = view.state.doc.lineAt(pos);
  const match = LIST_LINE.exec(line.text);
  if (!match?.[4]) return;
  const at = line.from + line.text.indexOf('[', match[1]?.length ?? 0) + 1;
  view.dispatch({
    changes: { from: at, to: at + (match[5] ?? ' ').length, insert: match[5] === ' ' ? 'x' : ' ' },
    userEvent: 'input',
  });
}

/** Where the front matter ends (the start of the first line after it); 0 where there is none. */
export function frontMatterEnd(doc: Text): number {
  if (doc.line(1).text !== '---') return 0;
  for (let number = 2; number <= doc.lines; number += 1) {
    const line = doc.line(number);
    if (line.text === '---') return Math.min(line.to + 1, doc.length);
  }
  return 0;
}

const frontMatterField = StateField.define<number>({
  create: (state) => frontMatterEnd(state.doc),
  update: (end, transaction) => (transaction.docChanged ? frontMatterEnd(transaction.newDoc) : end),
});

class Look {
  private readonly ranges: Range<Decoration>[] = [];
  private readonly live: boolean;
  private readonly bodyStart: number;

  constructor(private readonly view: EditorView) {
    this.live = view.state.field(editorLivePreviewField);
    this.bodyStart = view.state.field(frontMatterField);
  }

  build(): DecorationSet {
    for (const { from, to } of this.view.visibleRanges) {
      const code = this.nodes(from, to);
      this.lines(from, to, code);
    }
    return Decoration.set(this.ranges, true);
  }

  private touched(from: number, to: number): boolean {
    return this.view.hasFocus && this.view.state.selection.ranges.some((range) => range.from <= to && range.to >= from);
  }

  private line(at: number, cls: string, attributes: Record<string, string> = {}): void {
    this.ranges.push(Decoration.line({ class: cls, attributes }).range(at));
  }

  private mark(from: number, to: number, cls: string, attributes: Record<string, string> = {}): void {
    if (from < to) this.ranges.push(Decoration.mark({ class: cls, attributes }).range(from, to));
  }

  private hide(from: number, to: number): void {
    if (from < to) this.ranges.push(Decoration.replace({}).range(from, to));
  }

  /** What the syntax tree knows. Gives the spans that hold code. */
  private nodes(from: number, to: number): readonly { readonly from: number; readonly to: number }[] {
    const { state } = this.view;
    const code: { from: number; to: number }[] = [];
    syntaxTree(state).iterate({
      from,
      to,
      enter: (node) => {
        if (node.from < this.bodyStart) return node.to > this.bodyStart;
        const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name);
        if (heading) {
          this.line(
            state.doc.lineAt(node.from).from,
            `HyperMD-header HyperMD-header-${heading[1]} cm-header-${heading[1]}`,
          );
        } else if (node.name === 'FencedCode') {
          code.push({ from: node.from, to: node.to });
          this.fence(node.from, node.to);
          return false;
        } else if (node.name === 'HorizontalRule') {
          const shown = this.live && !this.touched(node.from, node.to);
          this.line(state.doc.lineAt(node.from).from, shown ? 'HyperMD-hr is-live' : 'HyperMD-hr');
          if (shown) this.hide(node.from, node.to);
        } else if (node.name === 'InlineCode') {
          code.push({ from: node.from, to: node.to });
        }
        // A bare `[word]` is text, and `[[note]]` is read by ourselves.
        if (node.name === 'Link' && !node.node.getChild('URL')) return false;
        const cls = NODE_CLASSES[node.name];
        // The class goes on what is seen alone: an empty end would be drawn with its padding.
        const edge =
          this.live && node.name === 'InlineCode' && !this.touched(node.from, node.to)
            ? (node.node.firstChild?.to ?? node.from) - node.from
            : 0;
        if (cls) this.mark(node.from + edge, node.to - edge, cls);
        const { parent } = node.node;
        if (this.live && parent) this.hideMark(node.name, node.from, node.to, parent);
        return true;
      },
    });
    return code;
  }

  private hideMark(
    name: string,
    from: number,
    to: number,
    parent: { readonly name: string; readonly from: number; readonly to: number },
  ): void {
    const touched = this.touched(parent.from, parent.to);
    if (name === 'HeaderMark' && !touched) this.hide(from, Math.min(to + 1, parent.to));
    if (name === 'QuoteMark' && !this.touched(from, this.view.state.doc.lineAt(from).to)) this.hide(from, to);
    if ((HIDDEN_MARKS.has(name) || (HIDDEN_IN_LINKS.has(name) && parent.name === 'Link')) && !touched)
      this.hide(from, to);
  }

  private fence(from: number, to: number): void {
    const { doc } = this.view.state;
    const first = doc.lineAt(from).number;
    const last = doc.lineAt(to).number;
    for (let number = first; number <= last; number += 1) {
      const edge = number === first ? ' HyperMD-codeblock-begin' : number === last ? ' HyperMD-codeblock-end' : '';
      this.line(doc.line(number).from, `HyperMD-codeblock HyperMD-codeblock-bg${edge}`);
      const open = number === first && readFence(doc.line(number).text);
      if (open) this.mark(doc.line(number).from, doc.line(number).to, 'cm-formatting cm-formatting-code-block');
    }
  }

  private lines(from: number, to: number, code: readonly { readonly from: number; readonly to: number }[]): void {
    const { doc } = this.view.state;
    const inCode = (pos: number): boolean => code.some((span) => span.from <= pos && pos < span.to);
    for (let number = doc.lineAt(from).number; number <= doc.lineAt(to).number; number += 1) {
      const line = doc.line(number);
      if (line.from < this.bodyStart) this.line(line.from, 'cm-hmd-frontmatter');
      else if (!inCode(line.from)) {
        if (line.text.startsWith('>')) this.line(line.from, 'HyperMD-quote HyperMD-quote-1');
        this.listItem(line.from, line.text);
        this.inline(line.from, line.text, inCode);
      }
    }
  }

  private listItem(at: number, text: string): void {
    const match = LIST_LINE.exec(text);
    if (!match) return;
    const [, indent = '', marker = '', gap = '', box, symbol] = match;
    const columns = [...indent].reduce((sum, char) => sum + (char === '\t' ? TAB_COLUMNS : 1), 0);
    const depth = Math.floor((columns + 1) / (columns % TAB_COLUMNS === 0 ? TAB_COLUMNS : 2));
    const task: Record<string, string> = symbol === undefined ? {} : { 'data-task': symbol };
    this.line(at, `HyperMD-list-line HyperMD-list-line-${depth + 1}${box ? ' HyperMD-task-line' : ''}`, {
      style: `--list-depth: ${depth}`,
      ...task,
    });
    this.mark(at, at + indent.length, 'cm-hmd-list-indent');
    const from = at + indent.length;
    const markerEnd = from + marker.length + gap.length;
    const end = box ? markerEnd + box.length : markerEnd;
    if (this.live && box && symbol !== undefined && !this.touched(from, end)) {
      this.ranges.push(
        Decoration.replace({ widget: new CheckboxWidget(symbol) }).range(from, Math.min(end + 1, at + text.length)),
      );
      return;
    }
    const ordered = /\d/.test(marker);
    const bullet = this.live && !box && !ordered && !this.touched(from, from + marker.length);
    this.mark(
      from,
      markerEnd,
      `cm-formatting-list cm-formatting-list-${ordered ? 'ol' : 'ul'}${bullet ? ' cm-list-bullet' : ''}`,
    );
    if (box) this.mark(markerEnd, end, 'cm-formatting-task');
  }

  private inline(at: number, text: string, inCode: (pos: number) => boolean): void {
    const each = (pattern: RegExp, found: (match: RegExpMatchArray, from: number) => void): void => {
      for (const match of text.matchAll(pattern)) if (!inCode(at + match.index)) found(match, at + match.index);
    };
    each(HASHTAG, (match, from) => {
      const start = from + (match[1]?.length ?? 0);
      const tag = match[2] ?? '';
      const cls = `cm-hashtag cm-tag-${tag.slice(1).replace(/\//g, '-')}`;
      this.mark(start, start + 1, `${cls} cm-formatting-hashtag cm-hashtag-begin`);
      this.mark(start + 1, start + tag.length, `${cls} cm-hashtag-end`);
    });
    each(WIKI_LINK, (match, from) => this.wikiLink(match, from));
    each(HIGHLIGHT, (match, from) => this.highlight(from, from + match[0].length));
    each(COMMENT, (match, from) => this.mark(from, from + match[0].length, 'cm-comment'));
    const id = BLOCK_ID.exec(text);
    if (id) this.mark(at + id.index + 1, at + text.length, 'cm-blockid');
  }

  private highlight(from: number, to: number): void {
    this.mark(from, to, 'cm-highlight');
    if (!this.live || this.touched(from, to)) return;
    this.hide(from, from + 2);
    this.hide(to - 2, to);
  }

  private wikiLink(match: RegExpMatchArray, from: number): void {
    const [whole, open = '', target = '', bar = '', alias = '', close = ''] = match;
    const end = from + whole.length;
    const shown = bar === '' ? from + open.length : from + open.length + target.length + 1;
    const link = { 'data-href': bar === '' ? target + alias : target };
    if (!this.live || this.touched(from, end)) {
      this.mark(from, end, 'cm-hmd-internal-link', link);
      return;
    }
    this.hide(from, shown);
    this.mark(shown, end - close.length, 'cm-hmd-internal-link cm-underline is-live', link);
    this.hide(end - close.length, end);
  }
}

/** How Markdown looks in the editor: Obsidian's classes on lines and words, and in Live Preview the marks hidden. */
export const markdownLook = [
  frontMatterField,
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;

      constructor(view: EditorView) {
        this.decorations = new Look(view).build();
      }

      update(update: ViewUpdate): void {
        const switched = update.startState.field(editorLivePreviewField) !== update.state.field(editorLivePreviewField);
        const parsed = syntaxTree(update.startState) !== syntaxTree(update.state);
        if (
          update.docChanged ||
          update.viewportChanged ||
          update.selectionSet ||
          update.focusChanged ||
          switched ||
          parsed
        ) {
          this.decorations = new Look(update.view).build();
        }
      }
    },
    { decorations: (plugin) => plugin.decorations },
  ),
];
