type Options = boolean | AddEventListenerOptions;
type DelegatedListener = (this: EventTarget, event: Event, target: HTMLElement) => unknown;

function delegateOf(root: EventTarget, event: Event, selector: string): HTMLElement | null {
  const start = event.target;
  if (!(start instanceof Node)) return null;
  const element = start instanceof Element ? start : start.parentElement;
  const found = element?.closest(selector) ?? null;
  return found instanceof HTMLElement && root instanceof Node && root.contains(found) ? found : null;
}

/** Delegated listeners are remembered on the element they were added to, under `_EVENTS`, so that `off` finds them again. */
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
    // There is one window: an element never moves to another.
    onWindowMigrated(this: HTMLElement): () => void { return () => undefined; },
    trigger(this: HTMLElement, type: string): void { this.dispatchEvent(new Event(type, { bubbles: true, cancelable: true })); },
  });
}
