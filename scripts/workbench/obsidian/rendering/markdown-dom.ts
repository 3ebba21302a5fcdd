import '../elements/dom';
import type { Token } from 'markdown-it';
import { setIcon } from '../elements/icons';

const CALLOUT_ICONS: Readonly<Record<string, string>> = {
  note: 'pencil',
  abstract: 'clipboard-list',
  summary: 'clipboard-list',
  tldr: 'clipboard-list',
  info: 'info',
  todo: 'circle-check-big',
  tip: 'flame',
  hint: 'flame',
  important: 'flame',
  success: 'check',
  check: 'check',
  done: 'check',
  question: 'circle-question-mark',
  help: 'circle-question-mark',
  faq: 'circle-question-mark',
  warning: 'triangle-alert',
  caution: 'triangle-alert',
  attention: 'triangle-alert',
  failure: 'x',
  fail: 'x',
  missing: 'x',
  danger: 'zap',
  error: 'zap',
  bug: 'bug',
  example: 'list',
  quote: 'quote',
  cite: 'quote',
};

/** Draws tokens as elements. No text ever passes an HTML parser. */
export function appendTokens(parent: HTMLElement, tokens: readonly Token[], firstLine: number): void {
  let at: HTMLElement = parent;
  for (const token of tokens) {
    if (token.type === 'inline') appendTokens(at, token.children ?? [], firstLine);
    else if (token.nesting === 1) {
      if (!token.hidden) at = openElement(at, token, firstLine);
    } else if (token.nesting === -1) {
      if (!token.hidden) at = at.parentElement ?? parent;
    } else appendLeaf(at, token);
  }
}

function openElement(parent: HTMLElement, token: Token, firstLine: number): HTMLElement {
  const el = parent.createEl(token.tag as 'div');
  for (const [name, value] of token.attrs ?? []) el.setAttr(name, value);
  const line = el.getAttr('data-line');
  if (line !== null) el.setAttr('data-line', Number(line) - firstLine);
  const meta = token.meta as { task?: string; callout?: string } | null;
  if (meta?.task !== undefined) addCheckbox(el, meta.task);
  if (meta?.callout !== undefined)
    setIcon(el.createDiv({ cls: 'callout-icon' }), CALLOUT_ICONS[meta.callout] ?? 'pencil');
  if (token.tag === 'ul') el.addClass('has-list-bullet');
  if (token.type === 'heading_open') el.setAttr('dir', 'auto');
  if (token.tag === 'a' && !el.hasClass('internal-link') && !el.hasClass('tag')) describeLink(el);
  return el;
}

function addCheckbox(item: HTMLElement, symbol: string): void {
  const box = item.createEl('input', {
    cls: 'task-list-item-checkbox',
    type: 'checkbox',
    attr: { 'aria-label': 'Task', 'data-line': item.getAttr('data-line') },
  });
  box.checked = symbol !== ' ';
}

function describeLink(link: HTMLElement): void {
  const href = link.getAttr('href') ?? '';
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) {
    link.addClass('external-link');
    link.setAttrs({ rel: 'noopener nofollow', target: '_blank' });
    return;
  }
  link.addClass('internal-link');
  link.setAttr('data-href', safeDecode(href));
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function appendLeaf(parent: HTMLElement, token: Token): void {
  switch (token.type) {
    case 'softbreak':
    case 'hardbreak':
      parent.createEl('br');
      break;
    case 'hr':
      parent.createEl('hr');
      break;
    case 'code_inline':
      parent.createEl('code', { text: token.content });
      break;
    case 'code_block':
    case 'fence': {
      const language = token.info.trim().split(/\s+/)[0] ?? '';
      parent
        .createEl('pre', { cls: language ? `language-${language}` : '' })
        .createEl('code', { cls: language ? `language-${language}` : '', text: token.content });
      break;
    }
    case 'embed':
      // Who owns the piece fills it.
      parent.createSpan({
        cls: 'internal-embed',
        attr: { src: token.attrGet('src'), alt: token.content, tabindex: -1 },
      });
      break;
    case 'image':
      // Nothing is fetched: a picture is shown as its words.
      parent.createSpan({ cls: 'image-embed', text: token.content || String(token.attrGet('src') ?? '') });
      break;
    default:
      parent.appendText(token.content);
  }
}
