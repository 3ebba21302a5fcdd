import { pressOnce } from './press-once';

const FOCUSABLE = 'a[href], button, input, select, [tabindex="0"]';

/**
 * Keeps the focus within an element: where what has it is taken away, such as the row that was decided with its button,
 * the same in the row next to it gets it. Else a browser gives it to nobody, and the next key goes nowhere. A key that
 * is held presses nothing there. What comes back ends that.
 */
export function keepFocus(container: HTMLElement): () => void {
  let last: HTMLElement | null = null;
  const endPressOnce = pressOnce(container);
  const onFocusIn = ({ target }: FocusEvent): void => {
    last = target as HTMLElement;
  };
  const onFocusOut = ({ target, relatedTarget }: FocusEvent): void => {
    // What a menu or a question is about may go when it is answered.
    if ((relatedTarget as Element | null)?.closest('.menu, .modal-container') != null) return;
    // Of what is taken away, the browser may say that it lost the focus before it is gone.
    queueMicrotask(() => {
      if (target === last && last?.isConnected === true && !last.matches(':disabled')) last = null;
    });
  };
  container.addEventListener('focusin', onFocusIn);
  container.addEventListener('focusout', onFocusOut);
  const observer = new MutationObserver((changes) => {
    const gone = last;
    if (gone === null || gone.isConnected || container.doc.activeElement !== container.doc.body) return;
    last = null;
    const added = new Set(changes.flatMap(({ addedNodes }) => [...addedNodes]));
    for (const change of [...changes].reverse()) {
      const removed = [...change.removedNodes].find((node) => node.contains(gone));
      if (removed === undefined || !change.target.isConnected) continue;
      nextTo(change, added, container, Math.max(0, focusableIn(removed).indexOf(gone)))?.focus({ preventScroll: true });
      return;
    }
  });
  observer.observe(container, { childList: true, subtree: true });
  return () => {
    endPressOnce();
    container.removeEventListener('focusin', onFocusIn);
    container.removeEventListener('focusout', onFocusOut);
    observer.disconnect();
  };
}

/**
 * What can have the focus and stands next to what was taken away: what was added in its place, else behind it, before
 * it, or around it, in `container`; the one at the same place `at` among others, where there are so many.
 */
function nextTo(
  { addedNodes, nextSibling, previousSibling, target }: MutationRecord,
  added: ReadonlySet<Node>,
  container: HTMLElement,
  at: number,
): HTMLElement | null {
  const around: Node[] = [];
  for (let node: Node | null = target; node !== null && container.contains(node); node = node.parentNode)
    around.push(node);
  const instead = [...addedNodes, nextSibling, previousSibling].filter(
    (node) => node !== null && added.has(node),
  ) as Node[];
  for (const near of [
    ...instead,
    ...siblings(nextSibling, 'nextSibling'),
    ...siblings(previousSibling, 'previousSibling'),
    ...around,
  ]) {
    const found = focusableIn(near).filter((element) => !element.matches(':disabled'));
    if (found.length > 0) return found[Math.min(at, found.length - 1)]!;
  }
  return null;
}

function focusableIn(node: Node): HTMLElement[] {
  if (!node.instanceOf(HTMLElement)) return [];
  return [...(node.matches(FOCUSABLE) ? [node] : []), ...node.querySelectorAll<HTMLElement>(FOCUSABLE)];
}

function* siblings(first: Node | null, direction: 'nextSibling' | 'previousSibling'): Iterable<Node> {
  for (let node = first; node !== null; node = node[direction]) yield node;
}
