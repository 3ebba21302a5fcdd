import type {
  App,
  Component,
  MarkdownPostProcessor,
  MarkdownPostProcessorContext,
  MarkdownSectionInformation,
} from 'obsidian';
import type { CodeBlockHandler } from '../internals';

interface Registered {
  readonly processor: MarkdownPostProcessor;
  readonly order: number;
}

/** What post-processors are given about a rendered piece of a note. */
export function processorContext(
  app: App,
  sourcePath: string,
  docId: string,
  owner: Component,
  getSectionInfo: (el: HTMLElement) => MarkdownSectionInformation | null,
): MarkdownPostProcessorContext {
  return {
    docId,
    sourcePath,
    frontmatter: app.metadataCache.getCache(sourcePath)?.frontmatter ?? null,
    addChild: (child) => {
      owner.addChild(child);
    },
    getSectionInfo,
  };
}

/** What plugins do to rendered Markdown. */
export class MarkdownProcessors {
  private registered: readonly Registered[] = [];
  private readonly blocks = new Map<
    string,
    { readonly processor: MarkdownPostProcessor; readonly handler: CodeBlockHandler }
  >();

  /** From now on `processor` sees every rendered section; lower orders come first. */
  add(processor: MarkdownPostProcessor, order: number = processor.sortOrder ?? 0): void {
    this.registered = [...this.registered, { processor, order }].sort((a, b) => a.order - b.order);
  }

  remove(processor: MarkdownPostProcessor): void {
    this.registered = this.registered.filter((entry) => entry.processor !== processor);
    for (const [language, block] of this.blocks) if (block.processor === processor) this.blocks.delete(language);
  }

  /** From now on `handler` draws the fenced blocks of this language; `remove` what this gives to end it. */
  addCodeBlock(language: string, handler: CodeBlockHandler, order?: number): MarkdownPostProcessor {
    if (this.blocks.has(language))
      throw new Error(`Code block postprocessor for language ${language} is already registered`);
    const processor = codeBlockProcessor(language, handler);
    this.blocks.set(language, { processor, handler });
    this.add(processor, order ?? -100);
    return processor;
  }

  /** Who draws the fenced blocks of this language. */
  codeBlock(language: string): CodeBlockHandler | undefined {
    return this.blocks.get(language)?.handler;
  }

  /** Shows a rendered section to all, in order. One that fails is reported and does not keep the others from it. */
  async run(el: HTMLElement, ctx: MarkdownPostProcessorContext): Promise<void> {
    for (const { processor } of this.registered) {
      try {
        await processor(el, ctx);
      } catch (error) {
        // Where Obsidian puts it, too: on the window, as an error that nobody caught.
        setTimeout(() => {
          throw error;
        }, 0);
      }
    }
  }
}

/** A post-processor that hands the fenced blocks of one language to `handler`. */
export function codeBlockProcessor(
  language: string,
  handler: CodeBlockHandler,
): (el: HTMLElement, ctx: MarkdownPostProcessorContext) => Promise<void> {
  return async (el, ctx) => {
    for (const code of el.findAll('pre > code')) {
      if (!code.hasClass(`language-${language}`)) continue;
      const block = createDiv({ cls: `block-language-${language}` });
      code.parentElement?.replaceWith(block);
      await handler((code.textContent ?? '').replace(/\n$/, ''), block, ctx);
    }
  };
}
