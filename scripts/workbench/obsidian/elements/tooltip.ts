import './dom';
import type { TooltipOptions } from 'obsidian';

const DEFAULT_DELAY_MS = 400;
const GAP = 8;

function place(tip: HTMLElement, target: HTMLElement, placement: string, gap: number): void {
  const at = target.getBoundingClientRect();
  const size = tip.getBoundingClientRect();
  const middleX = at.left + at.width / 2 - size.width / 2;
  const middleY = at.top + at.height / 2 - size.height / 2;
  const wanted = {
    top: { left: middleX, top: at.top - size.height - gap },
    left: { left: at.left - size.width - gap, top: middleY },
    right: { left: at.right + gap, top: middleY },
    bottom: { left: middleX, top: at.bottom + gap },
  }[placement] ?? { left: middleX, top: at.bottom + gap };
  const top =
    placement === 'bottom' && wanted.top + size.height > tip.win.innerHeight ? at.top - size.height - gap : wanted.top;
  const left = Math.max(4, Math.min(wanted.left, tip.win.innerWidth - size.width - 4));
  tip.setCssProps({ left: `${left}px`, top: `${Math.max(4, top)}px` });
}

/** Shows a tooltip at once, until the pointer leaves or anything is pressed. */
export function displayTooltip(
  target: HTMLElement,
  content: string | DocumentFragment,
  options: TooltipOptions = {},
): void {
  const doc = target.doc;
  for (const old of Array.from(doc.querySelectorAll('.tooltip'))) old.remove();
  const tip = doc.body.createDiv({
    cls: ['tooltip', ...(options.classes ?? [])],
    text: content,
    attr: { role: 'tooltip' },
  });
  place(tip, target, options.placement ?? 'bottom', options.gap ?? GAP);
  const gone = new AbortController();
  const hide = (): void => {
    tip.remove();
    gone.abort();
  };
  const listen = { signal: gone.signal, capture: true };
  target.addEventListener('mouseleave', hide, listen);
  for (const type of ['mousedown', 'keydown', 'wheel'] as const) doc.addEventListener(type, hide, listen);
}

/** Names the element (aria-label) and shows that name when the pointer rests on it. An empty text takes both away. */
export function setTooltip(el: HTMLElement, tooltip: string, options: TooltipOptions = {}): void {
  el.setAttr('aria-label', tooltip === '' ? null : tooltip);
  el.setAttr('data-tooltip-position', options.placement ?? null);
  el.setAttr('data-tooltip-delay', options.delay ?? null);
}

/** Shows `aria-label`s as tooltips anywhere in the page, as Obsidian does. Gives the way to stop. */
export function watchTooltips(doc: Document): () => void {
  let timer = 0;
  const win = doc.defaultView as Window;
  const gone = new AbortController();
  doc.addEventListener(
    'mouseover',
    (event) => {
      const target = (event.target as Node).instanceOf(Element)
        ? (event.target as Element).closest('[aria-label]')
        : null;
      win.clearTimeout(timer);
      if (
        !target?.instanceOf(HTMLElement) ||
        target.matches(
          '[role="region"],[role="complementary"],[role="dialog"],[role="listbox"],[role="navigation"],[role="tree"],[role="grid"],[role="tablist"],[role="toolbar"],.cm-content,input,textarea',
        )
      )
        return;
      if (event.relatedTarget && target.contains(event.relatedTarget as Node)) return;
      timer = win.setTimeout(
        () => {
          const text = target.getAttr('aria-label') ?? '';
          const placement = target.getAttr('data-tooltip-position') as TooltipOptions['placement'];
          if (target.isConnected && text !== '') displayTooltip(target, text, placement ? { placement } : {});
        },
        Number(target.getAttr('data-tooltip-delay') ?? DEFAULT_DELAY_MS),
      );
    },
    { signal: gone.signal },
  );
  return () => {
    win.clearTimeout(timer);
    gone.abort();
  };
}
