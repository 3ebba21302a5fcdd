import { Component, h, type ComponentChildren, type ComponentType, type FunctionComponent } from 'preact';
import { hasOwn } from '../../core/base/has-own';

/**
 * A component that is drawn again only where its props are not the `same` any more: by identity, each of them, where
 * nothing else is said.
 */
export function memo<Props extends object>(
  draw: FunctionComponent<Props>,
  same: (before: Readonly<Props>, after: Readonly<Props>) => boolean = sameProps,
): ComponentType<Props> {
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      return !same(this.props, next);
    }

    override render(): ComponentChildren {
      return h(draw, this.props);
    }
  };
}

function sameProps<Props extends object>(before: Props, after: Props): boolean {
  const names = Object.keys(before) as (keyof Props)[];
  return (
    names.length === Object.keys(after).length &&
    names.every((name) => hasOwn(after, name) && Object.is(before[name], after[name]))
  );
}
