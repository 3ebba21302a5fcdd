import { CanvasCard, readCanvas } from './canvas-card';
import { internal, type Leaf } from '../internals';
import { followLinks } from '../rendering/link-opening';
import { TextFileView } from './text-file-view';
import { ViewportWatch } from '../elements/viewport-watch';

const MARGIN = 60;

/** A canvas, to look at: its cards where they lie. Cards far from what is seen are empty until they come near. */
export class CanvasView extends TextFileView {
  override icon = 'layout-dashboard';
  private readonly wrapperEl: HTMLElement;
  private cards: readonly CanvasCard[] = [];
  private watch: ViewportWatch | null = null;

  constructor(leaf: Leaf) {
    super(leaf);
    this.wrapperEl = this.contentEl.createDiv({ cls: 'canvas-wrapper', attr: { tabindex: -1 } });
    followLinks(this.app, this.wrapperEl, () => this.file?.path ?? '');
    this.register(this.wrapperEl.onWindowMigrated(() => this.watchCards()));
  }

  getViewType(): string {
    return 'canvas';
  }

  getViewData(): string {
    return this.data;
  }

  setViewData(data: string, _clear: boolean): void {
    this.clear();
    const nodes = readCanvas(data);
    if (!nodes) {
      this.wrapperEl.createDiv({ cls: 'canvas-error', text: 'This canvas cannot be read.' });
      return;
    }
    const canvasEl = this.wrapperEl.createDiv({ cls: 'canvas' });
    const left = Math.min(...nodes.map(({ x }) => x)) - MARGIN;
    const top = Math.min(...nodes.map(({ y }) => y)) - MARGIN;
    const sourcePath = internal(this.app).doors.canvasPaths ? (this.file?.path ?? '') : '';
    this.cards = nodes.map((node) => {
      const card = new CanvasCard(this.app, node, sourcePath);
      card.el.setCssStyles({
        left: `${node.x - left}px`,
        top: `${node.y - top}px`,
        width: `${node.width}px`,
        height: `${node.height}px`,
      });
      canvasEl.appendChild(card.el);
      card.draw();
      return card;
    });
    this.watchCards();
  }

  clear(): void {
    this.watch?.end();
    for (const card of this.cards) card.drop();
    this.cards = [];
    this.wrapperEl.empty();
  }

  private watchCards(): void {
    this.watch?.end();
    const cardOf = (el: Element): CanvasCard | undefined => this.cards.find((card) => card.el === el);
    this.watch = new ViewportWatch(
      this.wrapperEl,
      (el) => cardOf(el)?.draw(),
      (el) => cardOf(el)?.drop(),
    );
    for (const { el } of this.cards) this.watch.observe(el);
  }
}
