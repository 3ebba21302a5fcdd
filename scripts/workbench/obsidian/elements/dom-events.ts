import { onWindowMigrated } from './window-migration';

type Options = boolean | AddEventListenerOptions;
type DelegatedListener = (this: EventTarget, event: Event, target: HTMLElement) => unknown;

function delegateOf(root: EventTarget, event: Event, selector: string): HTMLElement | null {
  // An element of another window is of other classes than ours.
  const start = event.target as Node;
  if (start.nodeType === undefined) return null;
  const element = start.instanceOf(Element) ? start : start.parentElement;
  const found = element?.closest(selector) ?? null;
  return found?.instanceOf(HTMLElement) && (root as Node).contains(found) ? found : null;
}

/**
 * Delegated listeners are remembered on the element they were added to, under `_EVENTS`, so that `off` finds them
 * again.
 */
const delegation = {
  on(this: HTMLElement, type: string, selector: string, listener: DelegatedListener, options?: Options): void {
    const callback = (event: Event): void => {
      const target = delegateOf(this, event, selector);
      if (target) listener.call(this, event, target);
    };
    const held = (this._EVENTS ??= {}) as Record<string, EventListenerInfo[]>;
    (held[type] ??= []).push({ selector, listener, callback, ...(options === undefined ? {} : { options }) });
    this.addEventListener(type, callback, options);
  },
  off(this: HTMLElement, type: string, selector: string, listener: DelegatedListener, options?: Options): void {
    const held = (this._EVENTS ?? {}) as Record<string, EventListenerInfo[]>;
    held[type] = (held[type] ?? []).filter((info) => {
      const same = info.selector === selector && info.listener === listener;
      if (same) this.removeEventListener(type, info.callback as EventListener, options);
      return !same;
    });
  },
};

function onNodeInserted(this: HTMLElement, listener: () => unknown, once = false): () => void {
  if (this.isConnected && once) {
    listener();
    return () => undefined;
  }
  let connected = this.isConnected;
  const observer = new MutationObserver(() => {
    if (this.isConnected === connected) return;
    connected = this.isConnected;
    if (!connected) return;
    listener();
    if (once) observer.disconnect();
  });
  observer.observe(this.ownerDocument, { childList: true, subtree: true });
  return () => observer.disconnect();
}

/** Installs the event helpers of Obsidian's elements: delegation, clicks of any button, insertion. */
export function installEventExtras(win: Window & typeof globalThis): void {
  Object.assign(win.Document.prototype, delegation);
  Object.assign(win.HTMLElement.prototype, delegation, {
    onClickEvent(this: HTMLElement, listener: (event: MouseEvent) => unknown, options?: Options): void {
      this.addEventListener('click', listener, options);
      this.addEventListener('auxclick', listener, options);
    },
    onNodeInserted,
    onWindowMigrated,
    trigger(this: HTMLElement, type: string): void {
      this.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
    },
  });
}
