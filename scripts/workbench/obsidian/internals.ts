import type { Extension } from '@codemirror/state';
import type {
  App,
  BasesViewRegistration,
  Editor,
  EventRef,
  MarkdownPostProcessorContext,
  TFile,
  ViewCreator,
  WorkspaceLeaf,
} from 'obsidian';
import type { Keymap, Scope } from './base/scope';
import type { Doors } from './vault/doors';

// What the parts of the app know of each other beyond obsidian.d.ts. Who offers it and who asks for it both know this
// file, and so need not know each other.

/** Draws one fenced block of its language. */
export type CodeBlockHandler = (
  source: string,
  el: HTMLElement,
  ctx: MarkdownPostProcessorContext,
) => Promise<unknown> | void;

/** The core plugin that knows the views of bases. */
export interface BasesViews {
  /** By the type that a base names. */
  readonly registrations: Readonly<Record<string, BasesViewRegistration>>;
  on(name: 'registrations-changed', callback: () => unknown): EventRef;
}

/** What the app holds beyond obsidian.d.ts, under the names of the real app where it has one. */
export interface InternalApp {
  readonly scope: Scope;
  readonly keymap: Keymap;
  readonly doors: Doors;
  readonly viewRegistry: {
    registerView(type: string, creator: ViewCreator): void;
    registerExtensions(extensions: readonly string[], type: string): void;
    getViewCreatorByType(type: string): ViewCreator | undefined;
    getTypeByExtension(extension: string): string | undefined;
  };
  readonly markdownProcessors: {
    run(el: HTMLElement, ctx: MarkdownPostProcessorContext): Promise<void>;
    codeBlock(language: string): CodeBlockHandler | undefined;
  };
  readonly internalPlugins: {
    getPluginById(id: 'bases'): { readonly instance: BasesViews };
    getEnabledPluginById(id: 'bases'): BasesViews | null;
  };
  readonly commands: { executeCommandById(id: string): boolean };
}

/** The same app, seen from inside. */
export function internal(app: App): InternalApp {
  return app as unknown as InternalApp;
}

/** The workspace as the views in its leaves see it. */
export interface LeafWorkspace {
  readonly editorExtensions: readonly Extension[];
  readonly editorSuggest: { onUpdate(editor: Editor, file: TFile | null, typed: boolean): void };
  onLayoutChange(): void;
}

/** A leaf as the view in it sees it. */
export interface Leaf extends Pick<WorkspaceLeaf, 'openFile' | 'getViewState' | 'getEphemeralState' | 'detach'> {
  readonly app: App;
  readonly workspace: LeafWorkspace;
  /** The group of tabs that it stands in; null when it is closed. */
  readonly parent: object | null;
  readonly history: {
    readonly canGoBack: boolean;
    readonly canGoForward: boolean;
    back(): Promise<void>;
    forward(): Promise<void>;
  };
  /** Draws icon and title of the tab anew. */
  updateHeader(): void;
  showPaneMenu(event: MouseEvent, source: 'more-options' | 'tab-header'): void;
}
