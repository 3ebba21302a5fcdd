import type { App, Component as ObsidianComponent, HoverPopover, MarkdownPostProcessor, TFile } from 'obsidian';
import { Component } from '../base/component';
import { codeBlockProcessor } from './markdown-processors';
import type { CodeBlockHandler } from '../internals';
import { renderMarkdown } from './note-embed';

/** A component with an element, which lives as long as the rendered Markdown it stands in. */
export class MarkdownRenderChild extends Component {
  constructor(public containerEl: HTMLElement) {
    super();
  }
}

/** Turns Markdown into elements. */
export abstract class MarkdownRenderer extends MarkdownRenderChild {
  hoverPopover: HoverPopover | null = null;

  constructor(
    readonly app: App,
    containerEl: HTMLElement,
  ) {
    super(containerEl);
  }

  abstract get file(): TFile | null;

  /** Renders a text that is no open note: post-processors see it whole, and learn of no lines. */
  static render(
    app: App,
    markdown: string,
    el: HTMLElement,
    sourcePath: string,
    component: ObsidianComponent,
  ): Promise<void> {
    return renderMarkdown(app, markdown, el, sourcePath, component);
  }

  /** The older form of `render`, which knows no app: left out. */
  static renderMarkdown(): Promise<void> {
    throw new Error('MarkdownRenderer.renderMarkdown is left out here: use MarkdownRenderer.render.');
  }
}

/** Obsidian's static way to post-processors. They hang on the app here: use the plugin's methods. */
export class MarkdownPreviewRenderer {
  static registerPostProcessor(): void {
    throw new Error(
      'MarkdownPreviewRenderer.registerPostProcessor is left out here: use Plugin.registerMarkdownPostProcessor.',
    );
  }

  static unregisterPostProcessor(): void {
    throw new Error(
      'MarkdownPreviewRenderer.unregisterPostProcessor is left out here: a plugin takes its own back when it unloads.',
    );
  }

  static createCodeBlockPostProcessor(language: string, handler: CodeBlockHandler): MarkdownPostProcessor {
    return codeBlockProcessor(language, handler);
  }
}
