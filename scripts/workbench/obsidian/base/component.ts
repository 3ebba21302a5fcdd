import type * as obsidian from 'obsidian';
import type { EventRef } from './events';

type Listener = (event: Event) => unknown;

/** Something with a beginning and an end: what it registers while loaded is taken back by `unload`. */
export class Component implements obsidian.Component {
  #loaded = false;
  readonly #children: obsidian.Component[] = [];
  readonly #undo: (() => unknown)[] = [];

  /** Loads this and its children. Gives what `onload` gave, so that a host can wait for an asynchronous one. */
  load(): void | Promise<void> {
    if (this.#loaded) return undefined;
    this.#loaded = true;
    const done = this.onload();
    for (const child of [...this.#children]) child.load();
    return done;
  }

  onload(): void | Promise<void> {}

  unload(): void {
    if (!this.#loaded) return;
    this.#loaded = false;
    for (let child = this.#children.pop(); child; child = this.#children.pop()) child.unload();
    for (let undo = this.#undo.pop(); undo; undo = this.#undo.pop()) undo();
    this.onunload();
  }

  onunload(): void {}

  addChild<T extends obsidian.Component>(component: T): T {
    this.#children.push(component);
    if (this.#loaded) component.load();
    return component;
  }

  removeChild<T extends obsidian.Component>(component: T): T {
    const index = this.#children.indexOf(component);
    if (index >= 0) {
      this.#children.splice(index, 1);
      component.unload();
    }
    return component;
  }

  register(undo: () => unknown): void {
    this.#undo.push(undo);
  }

  registerEvent(ref: obsidian.EventRef): void {
    const own = ref as EventRef;
    this.register(() => own.events.offref(own));
  }

  registerDomEvent<K extends keyof WindowEventMap>(
    el: Window,
    type: K,
    callback: (this: HTMLElement, event: WindowEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  registerDomEvent<K extends keyof DocumentEventMap>(
    el: Document,
    type: K,
    callback: (this: HTMLElement, event: DocumentEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  registerDomEvent<K extends keyof HTMLElementEventMap>(
    el: HTMLElement,
    type: K,
    callback: (this: HTMLElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  registerDomEvent(
    el: EventTarget,
    type: string,
    callback: unknown,
    options?: boolean | AddEventListenerOptions,
  ): void {
    const listener = callback as Listener;
    el.addEventListener(type, listener, options);
    this.register(() => el.removeEventListener(type, listener, options));
  }

  registerInterval(id: number): number {
    this.register(() => window.clearInterval(id));
    return id;
  }
}
