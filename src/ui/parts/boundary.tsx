import { Component, type ComponentChildren } from 'preact';
import { words } from '../../words/words';

interface BoundaryProps {
  readonly onError: (error: unknown) => void;
  readonly children: ComponentChildren;
}

/** Keeps an error in what it holds from taking the whole view down, and says that something is missing. */
export class Boundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  override componentDidCatch(error: unknown): void {
    this.props.onError(error);
    this.setState({ failed: true });
  }

  override render(): ComponentChildren {
    return this.state.failed ? (
      <div class="account-actions-empty" role="alert">
        {words.common.cannotDraw}
      </div>
    ) : (
      this.props.children
    );
  }
}
