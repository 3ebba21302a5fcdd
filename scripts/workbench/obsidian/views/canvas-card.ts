import '../elements/dom';
import type { App } from 'obsidian';
import { Component } from '../base/component';
import { embedsNote, NoteEmbed, renderMarkdown } from '../rendering/note-embed';

/** A card of a canvas, as its file has it. */
export interface CanvasNode {
  readonly id: string;
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text?: string;
  readonly file?: string;
  readonly subpath?: string;
  readonly url?: string;
  readonly label?: string;
}

/** The cards of a canvas file's text; null where it is none. What is no card is passed over. */
export function readCanvas(text: string): readonly CanvasNode[] | null {
  if (text.trim() === '') return [];
  try {
    const { nodes } = JSON.parse(text) as { nodes?: unknown };
    return Array.isArray(nodes) ? nodes.filter(isNode) : [];
  } catch {
    return null;
  }
}

function isNode(value: unknown): value is CanvasNode {
  const node = value as Partial<Record<string, unknown>> | null;
  return (
    typeof node === 'object' &&
    node !== null &&
    ['x', 'y', 'width', 'height'].every((name) => Number.isFinite(node[name]))
  );
}

/** A card on the page. Its frame stays; what is in it comes and goes. */
export class CanvasCard {
  readonly el: HTMLElement;
  private owner: Component | null = null;
  private readonly containerEl: HTMLElement;

  constructor(
    private readonly app: App,
    private readonly node: CanvasNode,
    private readonly sourcePath: string,
  ) {
    this.el = createDiv({
      cls: ['canvas-node', node.type === 'group' ? 'canvas-node-group' : ''],
      attr: { 'data-id': node.id },
    });
    const label = node.type === 'group' ? node.label : node.file?.replace(/^.*\//, '').replace(/\.md$/, '');
    if (label) this.el.createDiv({ cls: 'canvas-node-label', text: label });
    this.containerEl = this.el.createDiv({ cls: 'canvas-node-container' });
  }

  draw(): void {
    if (this.owner) return;
    this.owner = new Component();
    void this.owner.load();
    const content = this.containerEl.createDiv({ cls: 'canvas-node-content' });
    const { type, text, file, subpath = '', url } = this.node;
    if (type === 'text') {
      content.addClass('markdown-embed');
      const el = content
        .createDiv({ cls: 'markdown-embed-content node-insert-event' })
        .createDiv({ cls: 'markdown-preview-view markdown-rendered node-insert-event' });
      void renderMarkdown(this.app, String(text ?? ''), el, this.sourcePath, this.owner);
    } else if (type === 'file' && file !== undefined && embedsNote(this.app, file, this.sourcePath)) {
      this.owner.addChild(new NoteEmbed(this.app, content, file + subpath, this.sourcePath));
    } else {
      content.setText(file ?? url ?? '');
    }
  }

  /** Takes away what is in the card. */
  drop(): void {
    this.owner?.unload();
    this.owner = null;
    this.containerEl.empty();
  }
}
