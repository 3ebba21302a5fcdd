import '../elements/dom';
import type { App, Component as ObsidianComponent, TFile } from 'obsidian';
import { Component } from '../base/component';
import { setIcon } from '../elements/icons';
import { internal } from '../internals';
import { followLinks } from './link-opening';
import { parseLinktext, resolveSubpath } from '../metadata/link-text';
import { appendTokens } from './markdown-dom';
import { createMarkdownParser, withoutHidden } from './markdown-parser';
import { processorContext } from './markdown-processors';
import { Keymap } from '../base/scope';

/** How many notes may stand in one another before the next one is only a link. */
const DEEPEST = 5;

const OTHER_FILE = /\.(?:png|jpe?g|gif|svg|webp|bmp|avif|pdf|mp[34]|m4a|wav|ogg|flac|3gp|webm|mkv|mov|canvas|base)$/i;

/**
 * Draws a text that is no open note: post-processors see it whole, and learn of no lines; then the notes that it embeds
 * are drawn.
 */
export async function renderMarkdown(
  app: App,
  markdown: string,
  el: HTMLElement,
  sourcePath: string,
  owner: ObsidianComponent,
): Promise<void> {
  const holder = createDiv();
  appendTokens(holder, createMarkdownParser().parse(withoutHidden(markdown), {}), 0);
  el.append(...Array.from(holder.childNodes));
  await internal(app).markdownProcessors.run(
    el,
    processorContext(app, sourcePath, 'rendered', owner, () => null),
  );
  drawEmbeds(app, el, sourcePath, owner);
}

/**
 * Draws the notes that are embedded in a rendered piece of a note, for as long as `owner` lives. Other files stay
 * links.
 */
export function drawEmbeds(app: App, el: HTMLElement, sourcePath: string, owner: ObsidianComponent): void {
  for (const place of el.findAll('span.internal-embed:not(.is-loaded)')) {
    const target = place.getAttr('src') ?? '';
    if (embedsNote(app, target, sourcePath) && depthOf(place) < DEEPEST)
      owner.addChild(new NoteEmbed(app, place, target, sourcePath));
    else
      place.replaceWith(
        createEl('a', {
          cls: 'internal-link internal-embed',
          href: target,
          text: place.getAttr('alt') ?? target,
          attr: { 'data-href': target, rel: 'noopener nofollow' },
        }),
      );
  }
}

/** Whether `![[target]]` means a note, be it there or not, and no picture or other file. */
export function embedsNote(app: App, target: string, sourcePath: string): boolean {
  const file = fileOf(app, target, sourcePath);
  return file ? file.extension === 'md' : !OTHER_FILE.test(parseLinktext(target).path);
}

function fileOf(app: App, target: string, sourcePath: string): TFile | null {
  const { path } = parseLinktext(target);
  return path === '' ? app.vault.getFileByPath(sourcePath) : app.metadataCache.getFirstLinkpathDest(path, sourcePath);
}

function depthOf(el: HTMLElement): number {
  let depth = 0;
  for (let at = el.parentElement?.closest('.markdown-embed'); at; at = at.parentElement?.closest('.markdown-embed'))
    depth += 1;
  return depth;
}

/** A note, or a part of it, drawn within something else. It follows the note. */
export class NoteEmbed extends Component {
  private file: TFile | null = null;
  private shown: string | null = null;
  private drawn: Component | null = null;
  private turn = 0;

  constructor(
    private readonly app: App,
    private readonly containerEl: HTMLElement,
    private readonly target: string,
    private readonly sourcePath: string,
  ) {
    super();
  }

  override onload(): void {
    const { vault, metadataCache } = this.app;
    this.containerEl.addClass('internal-embed', 'is-loaded');
    followLinks(this.app, this.containerEl, () => this.file?.path ?? this.sourcePath);
    this.registerEvent(
      metadataCache.on('changed', (file) => {
        if (file === this.file) void this.draw();
      }),
    );
    for (const event of ['create', 'delete', 'rename'] as const) {
      this.registerEvent(
        vault.on(event as 'create', (file) => {
          if (file !== this.file && fileOf(this.app, this.target, this.sourcePath) === this.file) return;
          this.shown = null;
          void this.draw();
        }),
      );
    }
    void this.draw();
  }

  override onunload(): void {
    this.turn += 1;
    this.containerEl.empty();
  }

  private async draw(): Promise<void> {
    this.turn += 1;
    const { turn } = this;
    const file = (this.file = fileOf(this.app, this.target, this.sourcePath));
    const text = file ? await this.app.vault.cachedRead(file).catch(() => null) : null;
    if (turn !== this.turn) return;
    const part = file && text !== null ? this.partOf(file, text) : null;
    if (part !== null && part === this.shown) return;
    this.clear();
    this.containerEl.toggleClass(['file-embed', 'mod-empty'], part === null);
    this.containerEl.toggleClass(['markdown-embed', 'inline-embed'], part !== null);
    this.shown = part;
    if (file && part !== null) this.drawPart(file, part);
    else
      this.containerEl.setText(
        file
          ? `Unable to find ${parseLinktext(this.target).subpath} in ${file.basename}.`
          : `“${parseLinktext(this.target).path}” is not created yet.`,
      );
  }

  private drawPart(file: TFile, part: string): void {
    this.drawn = this.addChild(new Component());
    this.containerEl.createDiv({
      cls: 'embed-title markdown-embed-title',
      text: this.target.replace(/#/g, ' > ').replace(/^ > /, ''),
    });
    const content = this.containerEl
      .createDiv({ cls: 'markdown-embed-content node-insert-event' })
      .createDiv({ cls: 'markdown-preview-view markdown-rendered node-insert-event' });
    this.containerEl.createDiv(
      { cls: 'markdown-embed-link', attr: { 'aria-label': 'Open link', role: 'button' } },
      (link) => {
        setIcon(link, 'link');
        link.addEventListener('click', (event) => {
          void this.app.workspace.openLinkText(this.target, this.sourcePath, Keymap.isModEvent(event));
        });
      },
    );
    void renderMarkdown(this.app, part, content, file.path, this.drawn);
  }

  /** The text that the link means; null where the note has no such place. */
  private partOf(file: TFile, text: string): string | null {
    const { subpath } = parseLinktext(this.target);
    if (subpath === '') return text;
    const found = resolveSubpath(this.app.metadataCache.getFileCache(file) ?? {}, subpath);
    return found ? text.slice(found.start.offset, found.end?.offset) : null;
  }

  private clear(): void {
    if (this.drawn) this.removeChild(this.drawn);
    this.drawn = null;
    this.containerEl.empty();
  }
}
