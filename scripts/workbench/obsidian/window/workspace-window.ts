import type { WorkspaceWindowInitData } from 'obsidian';
import { installDom } from '../elements/dom';
import { canPopOut } from '../base/platform';
import { makeActive } from '../elements/window-migration';
import { type Surroundings, WorkspaceParent } from './workspace-item';
import { iterateLeaves } from './workspace-leaf';
import { WorkspaceContainer } from './workspace-split';

const SIZE = { width: 900, height: 700 };

/** Opens a second window of the browser, dressed as this one. */
function openWindow({ x, y, size = SIZE }: WorkspaceWindowInitData): Window {
  if (!canPopOut()) throw new Error('There is one window here: a pop-out window needs Chromium on a desktop.');
  const place = x === undefined || y === undefined ? '' : `,left=${x},top=${y}`;
  const win = window.open('', '', `popup,width=${size.width},height=${size.height}${place}`) as
    (Window & typeof globalThis) | null;
  if (!win) throw new Error('The browser did not open a second window: allow pop-ups for this page.');
  win.document.title = document.title;
  win.document.documentElement.lang = document.documentElement.lang;
  installDom(win);
  for (const style of Array.from(document.head.querySelectorAll('link[rel="stylesheet"], style'))) {
    const copy = win.document.importNode(style, true);
    if (style instanceof HTMLLinkElement) copy.setAttribute('href', style.href);
    win.document.head.appendChild(copy);
  }
  return win;
}

/** A part of the tree in a window of its own. Closing the window closes its leaves. */
export class WorkspaceWindow extends WorkspaceContainer {
  readonly win: Window;
  readonly doc: Document;

  constructor(workspace: Surroundings, data: WorkspaceWindowInitData = {}) {
    super(workspace, 'vertical');
    this.win = openWindow(data);
    this.doc = this.win.document;
    this.containerEl.addClass('mod-root');
    this.doc.body
      .createDiv({ cls: 'app-container' })
      .createDiv({ cls: 'horizontal-main-container' })
      .createDiv({ cls: 'workspace' })
      .appendChild(this.containerEl);
    const dress = (): void => {
      this.doc.body.className = `${document.body.className} is-popout-window`;
    };
    dress();
    const dressing = workspace.on('css-change', dress);
    const activate = (win: Window): void => makeActive(win, workspace.windows);
    const gone = new AbortController();
    this.win.addEventListener('focus', () => activate(this.win));
    window.addEventListener('focus', () => activate(window), { signal: gone.signal });
    window.addEventListener('pagehide', () => this.win.close(), { signal: gone.signal });
    this.win.addEventListener('pagehide', () => {
      gone.abort();
      workspace.offref(dressing);
      iterateLeaves(this, (leaf) => {
        leaf.detach();
      });
      activate(window);
    });
  }
}

/** The windows beside the main one. */
export class WorkspaceFloating extends WorkspaceParent {
  readonly containerEl = createDiv();

  get windows(): readonly WorkspaceWindow[] {
    return this.children as WorkspaceWindow[];
  }

  /** Each stands in a document of its own. */
  override insertChild(_index: number, child: WorkspaceWindow): void {
    child.parent = this;
    this.children.push(child);
    this.workspace.trigger('window-open', child, child.win);
  }

  /** A window without leaves is closed. */
  override removeChild(child: WorkspaceWindow): void {
    super.removeChild(child);
    child.win.close();
    this.workspace.trigger('window-close', child, child.win);
  }
}
