import MarkdownIt, { type StateCore, type StateInline, type Token } from 'markdown-it';
import { readFence } from './markdown-blocks';

const TASK = /^\[(.)\](?:\s|$)/u;
const CALLOUT = /^\[!([\w-]+)\]([+-]?)[^\S\n]*(.*)(?:\n|$)/;
const BLOCK_ID = /\s+\^[\w-]+$/;
const TAG = /^#[\p{L}\p{N}_/-]*[\p{L}_/-][\p{L}\p{N}_/-]*/u;
const WIKI_LINK = /^(!?)\[\[([^[\]]+)\]\]/;

function simpleToken(
  state: StateInline,
  tag: string,
  text: string,
  attributes: Readonly<Record<string, string>>,
): void {
  const open = state.push(`${tag}_open`, tag, 1);
  for (const [name, value] of Object.entries(attributes)) open.attrSet(name, value);
  state.push('text', '', 0).content = text;
  state.push(`${tag}_close`, tag, -1);
}

/** Whether nothing else stands in the line of a piece of text. */
function standsAlone(text: string, from: number, length: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', from) + 1, from);
  const after = text.slice(from + length).split('\n')[0] ?? '';
  return before.trim() === '' && after.trim() === '';
}

function wikiLink(state: StateInline, silent: boolean): boolean {
  const match = WIKI_LINK.exec(state.src.slice(state.pos));
  if (!match) return false;
  if (!silent) {
    const [, bang, inside = ''] = match;
    const [target = '', ...alias] = inside.split('|');
    const text = alias.length > 0 ? alias.join('|') : target.replace(/#/g, ' > ').replace(/^ > /, '');
    if (bang && standsAlone(state.src, state.pos, match[0].length)) {
      const token = state.push('embed', 'span', 0);
      token.content = text;
      token.attrSet('src', target);
    } else
      simpleToken(state, 'a', text, {
        class: bang ? 'internal-link internal-embed' : 'internal-link',
        href: target,
        'data-href': target,
        rel: 'noopener nofollow',
      });
  }
  state.pos += match[0].length;
  return true;
}

function hashtag(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '#' || (state.pos > 0 && !/[\s(]/.test(state.src[state.pos - 1] ?? ''))) return false;
  const match = TAG.exec(state.src.slice(state.pos));
  if (!match || state.linkLevel > 0) return false;
  if (!silent) simpleToken(state, 'a', match[0], { class: 'tag', href: match[0] });
  state.pos += match[0].length;
  return true;
}

function highlight(state: StateInline, silent: boolean): boolean {
  const match = /^==(?=\S)([^=]+)==/.exec(state.src.slice(state.pos));
  if (!match) return false;
  if (!silent) simpleToken(state, 'mark', match[1] ?? '', {});
  state.pos += match[0].length;
  return true;
}

function addClass(token: Token, name: string): void {
  token.attrJoin('class', name);
}

/** Before the words are read: the box of a task goes from its text to its item, a block id goes. */
function readItems(state: StateCore): void {
  state.tokens.forEach((token, at) => {
    if (token.type === 'inline') token.content = token.content.replace(BLOCK_ID, '');
    if (token.type !== 'list_item_open') return;
    token.attrSet('data-line', String(token.map?.[0] ?? 0));
    const inline = state.tokens[at + 2];
    const match = inline?.type === 'inline' ? TASK.exec(inline.content) : null;
    if (!inline || !match) return;
    const symbol = match[1] ?? ' ';
    inline.content = inline.content.slice(match[0].length);
    token.meta = { task: symbol };
    token.attrSet('data-task', symbol === ' ' ? '' : symbol);
    addClass(token, symbol === ' ' ? 'task-list-item' : 'task-list-item is-checked');
    const list = [...state.tokens.slice(0, at)]
      .reverse()
      .find((other) => /^(bullet|ordered)_list_open$/.test(other.type) && other.level === token.level - 1);
    if (list && !String(list.attrGet('class') ?? '').includes('contains-task-list'))
      addClass(list, 'contains-task-list');
  });
}

/** Before the words are read: a quote that starts with `[!type]` becomes a call-out with a title and a content. */
function readCallouts(state: StateCore): void {
  const tokens: Token[] = [];
  const open: boolean[] = [];
  const make = (type: string, nesting: 1 | 0 | -1, cls = ''): Token => {
    const token = new state.Token(type, nesting === 0 ? '' : 'div', nesting);
    if (cls !== '') addClass(token, cls);
    token.block = true;
    return token;
  };
  state.tokens.forEach((token, at) => {
    if (token.type === 'blockquote_close' && open.pop() === true) {
      token.tag = 'div';
      tokens.push(make('callout_content_close', -1));
    }
    tokens.push(token);
    if (token.type !== 'blockquote_open') return;
    const inline = state.tokens[at + 2];
    const match = inline?.type === 'inline' ? CALLOUT.exec(inline.content) : null;
    open.push(match !== null);
    if (!inline || !match) return;
    const type = (match[1] ?? '').toLowerCase();
    inline.content = inline.content.slice(match[0].length);
    token.tag = 'div';
    addClass(token, 'callout');
    token.attrSet('data-callout', type);
    token.attrSet('data-callout-fold', match[2] ?? '');
    const title = make('inline', 0);
    title.content =
      match[3] === '' ? type.charAt(0).toUpperCase() + type.slice(1).replace(/-/g, ' ') : (match[3] ?? '');
    title.children = [];
    const holder = make('callout_title_open', 1, 'callout-title');
    holder.meta = { callout: type };
    tokens.push(
      holder,
      make('callout_title_inner_open', 1, 'callout-title-inner'),
      title,
      make('callout_title_inner_close', -1),
      make('callout_title_close', -1),
      make('callout_content_open', 1, 'callout-content'),
    );
  });
  state.tokens = tokens;
}

/** Comments (`%%`) emptied and front matter emptied, every line where it was. */
export function withoutHidden(text: string): string {
  const frontMatter = /^---\n[\s\S]*?\n---(?=\n|$)/.exec(text)?.[0] ?? '';
  const blank = (part: string): string => part.replace(/[^\n]/g, '');
  let fence: string | null = null;
  let hidden = false;
  const body = text
    .slice(frontMatter.length)
    .split('\n')
    .map((line) => {
      const mark = readFence(line)?.mark;
      if (!hidden && fence === null && mark) {
        fence = mark;
        return line;
      }
      if (fence !== null) {
        if (line.trim().startsWith(fence)) fence = null;
        return line;
      }
      const parts = line.split('%%');
      const shown = parts.filter((_, at) => (at % 2 === 0) !== hidden).join('');
      if (parts.length % 2 === 0) hidden = !hidden;
      return shown;
    })
    .join('\n');
  return blank(frontMatter) + body;
}

/** What turns a text into tokens. */
export type MarkdownParser = InstanceType<typeof MarkdownIt>;

/** Markdown as Obsidian reads it: line breaks count, wiki links, tags, tasks, call-outs; HTML stays text. */
export function createMarkdownParser(): MarkdownParser {
  const parser = new MarkdownIt({ html: false, breaks: true, linkify: true });
  parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  parser.inline.ruler.before('link', 'wiki_link', wikiLink);
  parser.inline.ruler.before('link', 'hashtag', hashtag);
  parser.inline.ruler.before('emphasis', 'highlight', highlight);
  parser.core.ruler.after('block', 'items', readItems);
  parser.core.ruler.after('items', 'callouts', readCallouts);
  return parser;
}
