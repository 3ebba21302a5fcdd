import type { ViewState } from 'obsidian';

const LIMIT = 50;

interface Visit {
  readonly state: ViewState;
  readonly ephemeral: unknown;
}

/** What the history asks of its leaf. */
interface Visited {
  getViewState(): ViewState;
  getEphemeralState(): unknown;
  show(state: ViewState, ephemeral: unknown): Promise<void>;
}

/** Where a leaf has been. */
export class LeafHistory {
  private readonly past: Visit[] = [];
  private readonly future: Visit[] = [];

  constructor(private readonly leaf: Visited) {}

  get canGoBack(): boolean {
    return this.past.length > 0;
  }

  get canGoForward(): boolean {
    return this.future.length > 0;
  }

  /** Remembers what the leaf shows now, before it shows something else. */
  push(): void {
    this.past.push(this.visit());
    if (this.past.length > LIMIT) this.past.shift();
    this.future.length = 0;
  }

  async back(): Promise<void> {
    await this.move(this.past, this.future);
  }

  async forward(): Promise<void> {
    await this.move(this.future, this.past);
  }

  private visit(): Visit {
    return { state: this.leaf.getViewState(), ephemeral: this.leaf.getEphemeralState() };
  }

  private async move(from: Visit[], to: Visit[]): Promise<void> {
    const visit = from.pop();
    if (!visit) return;
    to.push(this.visit());
    await this.leaf.show({ ...visit.state, active: true }, visit.ephemeral);
  }
}
