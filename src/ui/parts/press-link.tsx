import type { ComponentChildren, VNode } from 'preact';

interface PressLinkProps {
  readonly class?: string;
  readonly tabIndex?: number;
  readonly onPress: (event: MouseEvent) => void;
  readonly children: ComponentChildren;
}

/** A link that goes somewhere inside of Obsidian; a press on it is not one on the row that it stands in. */
export function PressLink({ class: className = '', tabIndex, onPress, children }: PressLinkProps): VNode {
  return (
    <a
      class={className}
      href="#"
      tabIndex={tabIndex}
      onClick={(event) => {
        event.preventDefault();
        event.stopPropagation();
        onPress(event);
      }}
    >
      <bdi>{children}</bdi>
    </a>
  );
}
