// What Obsidian adds to the platform's own prototypes (the `declare global` of obsidian.d.ts).
// Importing this module installs it on the window at hand, as starting Obsidian does.
import { installEventExtras } from './dom-events';
import { installLanguageExtras } from './language-extras';

type Attributes = Readonly<Record<string, string | number | boolean | null>>;

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

function applyInfo(el: Element, info: DomElementInfo | SvgElementInfo | string | undefined, parent: Node | null): void {
  const given: DomElementInfo = typeof info === 'string' ? { cls: info } : (info ?? {});
  if (given.cls !== undefined) el.addClasses(Array.isArray(given.cls) ? given.cls : given.cls.split(' '));
  if (given.text !== undefined) el.setText(given.text);
  if (given.attr) el.setAttrs(given.attr);
  if (given.title !== undefined) el.setAttr('title', given.title);
  if (given.value !== undefined) (el as HTMLInputElement).value = given.value;
  if (given.type !== undefined) el.setAttr('type', given.type);
  if (given.placeholder !== undefined) el.setAttr('placeholder', given.placeholder);
  if (given.href !== undefined) el.setAttr('href', given.href);
  const target = given.parent ?? parent;
  if (!target) return;
  if (given.prepend) target.insertBefore(el, target.firstChild);
  else target.appendChild(el);
}

function create(
  doc: Document,
  parent: Node | null,
  tag: string,
  info?: DomElementInfo | string,
  callback?: (el: never) => void,
): HTMLElement {
  const el = doc.createElement(tag);
  applyInfo(el, info, parent);
  callback?.(el as never);
  return el;
}

function createSvgElement(
  doc: Document,
  parent: Node | null,
  tag: string,
  info?: SvgElementInfo | string,
  callback?: (el: never) => void,
): SVGElement {
  const el = doc.createElementNS(SVG_NAMESPACE, tag);
  applyInfo(el, info, parent);
  callback?.(el as never);
  return el;
}

function documentOf(node: Node): Document {
  return node.nodeType === 9 ? (node as Document) : (node.ownerDocument as Document);
}

function isHidden(el: HTMLElement): boolean {
  for (let at: HTMLElement | null = el; at; at = at.parentElement) {
    if (at.ownerDocument.defaultView?.getComputedStyle(at).display === 'none') return true;
  }
  return false;
}

/** Whether it is of this type, or of the type of the same name in the window that made it. */
function isOf(thing: object, type: new () => unknown, maker: Window): boolean {
  const same = (maker as unknown as Record<string, unknown>)[type.name];
  return thing instanceof type || (typeof same === 'function' && thing instanceof same);
}

const nodeExtras = {
  detach(this: Node): void {
    this.parentNode?.removeChild(this);
  },
  empty(this: Node): void {
    while (this.lastChild) this.removeChild(this.lastChild);
  },
  insertAfter(this: Node, node: Node, child: Node | null): Node {
    return this.insertBefore(node, child ? child.nextSibling : this.firstChild);
  },
  indexOf(this: Node, other: Node): number {
    return Array.from(this.childNodes).indexOf(other as ChildNode);
  },
  setChildrenInPlace(this: Node, children: Node[]): void {
    const wanted = new Set(children);
    for (const child of Array.from(this.childNodes)) if (!wanted.has(child)) this.removeChild(child);
    children.forEach((child, at) => {
      if (this.childNodes[at] !== child) this.insertBefore(child, this.childNodes[at] ?? null);
    });
  },
  appendText(this: Node, text: string): void {
    this.appendChild(documentOf(this).createTextNode(text));
  },
  instanceOf(this: Node, type: new () => unknown): boolean {
    return isOf(this, type, this.constructorWin);
  },
  createEl(this: Node, tag: string, info?: DomElementInfo | string, callback?: (el: never) => void) {
    return create(documentOf(this), this, tag, info, callback);
  },
  createDiv(this: Node, info?: DomElementInfo | string, callback?: (el: never) => void) {
    return create(documentOf(this), this, 'div', info, callback);
  },
  createSpan(this: Node, info?: DomElementInfo | string, callback?: (el: never) => void) {
    return create(documentOf(this), this, 'span', info, callback);
  },
  createSvg(this: Node, tag: string, info?: SvgElementInfo | string, callback?: (el: never) => void) {
    return createSvgElement(documentOf(this), this, tag, info, callback);
  },
};

const elementExtras = {
  getText(this: Element): string {
    return this.textContent ?? '';
  },
  setText(this: Element, text: string | DocumentFragment): void {
    if (typeof text === 'string') this.textContent = text;
    else this.replaceChildren(text);
  },
  addClass(this: Element, ...classes: string[]): void {
    this.addClasses(classes);
  },
  addClasses(this: Element, classes: string[]): void {
    this.classList.add(...classes.filter((name) => name !== ''));
  },
  removeClass(this: Element, ...classes: string[]): void {
    this.removeClasses(classes);
  },
  removeClasses(this: Element, classes: string[]): void {
    this.classList.remove(...classes.filter((name) => name !== ''));
  },
  toggleClass(this: Element, classes: string | string[], on: boolean): void {
    const names = Array.isArray(classes) ? classes : [classes];
    if (on) this.addClasses(names);
    else this.removeClasses(names);
  },
  hasClass(this: Element, name: string): boolean {
    return this.classList.contains(name);
  },
  setAttr(this: Element, name: string, value: string | number | boolean | null): void {
    if (value === null) this.removeAttribute(name);
    else this.setAttribute(name, String(value));
  },
  setAttrs(this: Element, attributes: Attributes): void {
    for (const [name, value] of Object.entries(attributes)) this.setAttr(name, value);
  },
  getAttr(this: Element, name: string): string | null {
    return this.getAttribute(name);
  },
  matchParent(this: Element, selector: string, lastParent?: Element): Element | null {
    if (this.matches(selector)) return this;
    if (this === lastParent) return null;
    return this.parentElement?.matchParent(selector, lastParent) ?? null;
  },
  getCssPropertyValue(this: Element, property: string, pseudo?: string): string {
    return this.win.getComputedStyle(this, pseudo).getPropertyValue(property).trim();
  },
  isActiveElement(this: Element): boolean {
    return this.doc.activeElement === this;
  },
  find(this: Element, selector: string): Element | null {
    return this.querySelector(selector);
  },
  findAll(this: Element, selector: string): Element[] {
    return Array.from(this.querySelectorAll(selector));
  },
  findAllSelf(this: Element, selector: string): Element[] {
    return [...(this.matches(selector) ? [this] : []), ...Array.from(this.querySelectorAll(selector))];
  },
};

const styleExtras = {
  setCssStyles(this: HTMLElement | SVGElement, styles: Partial<CSSStyleDeclaration>): void {
    Object.assign(this.style, styles);
  },
  setCssProps(this: HTMLElement | SVGElement, properties: Record<string, string>): void {
    for (const [name, value] of Object.entries(properties)) this.style.setProperty(name, value);
  },
};

const htmlExtras = {
  show(this: HTMLElement): void {
    this.style.display = '';
  },
  hide(this: HTMLElement): void {
    this.style.display = 'none';
  },
  toggle(this: HTMLElement, shown: boolean): void {
    if (shown) this.show();
    else this.hide();
  },
  toggleVisibility(this: HTMLElement, visible: boolean): void {
    this.style.visibility = visible ? '' : 'hidden';
  },
  isShown(this: HTMLElement): boolean {
    return this.isConnected && !isHidden(this);
  },
};

const fragmentExtras = {
  find(this: DocumentFragment, selector: string): Element | null {
    return this.querySelector(selector);
  },
  findAll(this: DocumentFragment, selector: string): Element[] {
    return Array.from(this.querySelectorAll(selector));
  },
};

function addMethods(target: object, methods: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(target, name, { value, configurable: true, writable: true, enumerable: false });
  }
}

function addGetters(target: object, getters: Readonly<Record<string, (this: never) => unknown>>): void {
  for (const [name, get] of Object.entries(getters)) {
    if (!(name in target)) Object.defineProperty(target, name, { get, configurable: true });
  }
}

function addGlobals(win: Window & typeof globalThis): void {
  const { document } = win;
  addMethods(win, {
    activeWindow: win,
    activeDocument: document,
    createEl: (tag: string, info?: DomElementInfo | string, callback?: (el: never) => void) =>
      create(document, null, tag, info, callback),
    createDiv: (info?: DomElementInfo | string, callback?: (el: never) => void) =>
      create(document, null, 'div', info, callback),
    createSpan: (info?: DomElementInfo | string, callback?: (el: never) => void) =>
      create(document, null, 'span', info, callback),
    createSvg: (tag: string, info?: SvgElementInfo | string, callback?: (el: never) => void) =>
      createSvgElement(document, null, tag, info, callback),
    createFragment: (callback?: (el: DocumentFragment) => void) => {
      const fragment = document.createDocumentFragment();
      callback?.(fragment);
      return fragment;
    },
    fish: (selector: string) => document.querySelector(selector),
    fishAll: (selector: string) => Array.from(document.querySelectorAll(selector)),
    isBoolean: (value: unknown) => typeof value === 'boolean',
    ready: (callback: () => void) => {
      if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', callback, { once: true });
      else callback();
    },
    sleep: (ms: number) =>
      new Promise<void>((done) => {
        win.setTimeout(done, ms);
      }),
    nextFrame: () =>
      new Promise<void>((done) => {
        win.requestAnimationFrame(() => done());
      }),
  });
}

/** Puts what Obsidian adds to the platform into a window. */
export function installDom(win: Window & typeof globalThis): void {
  addMethods(win.Node.prototype, nodeExtras);
  addMethods(win.Element.prototype, elementExtras);
  addMethods(win.HTMLElement.prototype, { ...styleExtras, ...htmlExtras });
  addMethods(win.SVGElement.prototype, styleExtras);
  addMethods(win.DocumentFragment.prototype, fragmentExtras);
  addGetters(win.Node.prototype, {
    doc(this: Node) {
      return documentOf(this);
    },
    win(this: Node) {
      return documentOf(this).defaultView;
    },
    constructorWin(this: Node) {
      return win;
    },
  });
  addGetters(win.HTMLElement.prototype, {
    innerWidth(this: HTMLElement) {
      return this.clientWidth;
    },
    innerHeight(this: HTMLElement) {
      return this.clientHeight;
    },
  });
  addGetters(win.UIEvent.prototype, {
    targetNode(this: UIEvent) {
      return this.target;
    },
    win(this: UIEvent) {
      return this.view ?? win;
    },
    doc(this: UIEvent) {
      return (this.view ?? win).document;
    },
  });
  addMethods(win.UIEvent.prototype, {
    instanceOf(this: UIEvent, type: new () => unknown) {
      return isOf(this, type, win);
    },
  });
  addGlobals(win);
  fillJsdomGaps(win);
  installEventExtras(win);
  installLanguageExtras();
}

/**
 * jsdom lays nothing out, so it lacks what asks for a layout. The editor asks: here everything is nowhere. A browser
 * has all of it.
 */
function fillJsdomGaps(win: Window & typeof globalThis): void {
  const nowhere = (): DOMRect => ({
    x: 0,
    y: 0,
    width: 0,
    height: 0,
    top: 0,
    left: 0,
    right: 0,
    bottom: 0,
    toJSON: () => ({}),
  });
  const missing: readonly (readonly [object, string, unknown])[] = [
    [win.Range.prototype, 'getClientRects', () => []],
    [win.Range.prototype, 'getBoundingClientRect', nowhere],
    [win.Element.prototype, 'scrollIntoView', () => undefined],
    [win, 'ResizeObserver', Unsized],
  ];
  for (const [target, name, value] of missing) {
    if (!(name in target)) Object.defineProperty(target, name, { value, configurable: true, writable: true });
  }
}

/** Where nothing is laid out, no size ever changes. */
class Unsized {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

if (typeof window !== 'undefined') installDom(window);
