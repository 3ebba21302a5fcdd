import '../elements/dom';

const DEFAULT_DURATION_MS = 5000;

function container(doc: Document): HTMLElement {
  return (
    doc.querySelector<HTMLElement>('.notice-container') ??
    doc.body.createDiv({ cls: 'notice-container', attr: { role: 'status', 'aria-live': 'polite' } })
  );
}

/** A short message in the corner, gone after a while (never with a duration of 0) or when clicked. */
export class Notice {
  readonly containerEl: HTMLElement;
  readonly messageEl: HTMLElement;
  private timer = 0;

  constructor(message: string | DocumentFragment, duration: number = DEFAULT_DURATION_MS) {
    this.containerEl = container(document).createDiv({ cls: 'notice' });
    this.messageEl = this.containerEl.createDiv({ cls: 'notice-message' });
    this.setMessage(message);
    this.containerEl.addEventListener('click', () => this.hide());
    if (duration > 0) this.timer = window.setTimeout(() => this.hide(), duration);
  }

  /** The older name of the message's element. */
  get noticeEl(): HTMLElement {
    return this.containerEl;
  }

  setMessage(message: string | DocumentFragment): this {
    this.messageEl.setText(message);
    return this;
  }

  hide(): void {
    window.clearTimeout(this.timer);
    this.containerEl.detach();
  }
}
