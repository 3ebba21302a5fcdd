interface Follower {
  readonly el: HTMLElement;
  readonly listener: (win: Window) => unknown;
  win: Window;
}

const followers = new Set<Follower>();

/** `HTMLElement.onWindowMigrated`: tells when the element has gone to another window; what comes back ends that. */
export function onWindowMigrated(this: HTMLElement, listener: (win: Window) => unknown): () => void {
  const follower = { el: this, listener, win: this.win };
  followers.add(follower);
  return () => {
    followers.delete(follower);
  };
}

/** To be called where elements were moved: tells those that stand in another window now. */
export function tellMigrated(): void {
  for (const follower of [...followers]) {
    const { el, win, listener } = follower;
    if (!el.isConnected || el.win === win) continue;
    follower.win = el.win;
    listener(el.win);
  }
}

/** Makes `activeWindow` and `activeDocument` mean this window, in each of the windows. */
export function makeActive(active: Window, windows: readonly Window[]): void {
  for (const win of windows) {
    win.activeWindow = active;
    win.activeDocument = active.document;
  }
}
