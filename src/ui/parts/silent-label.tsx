import type { VNode } from 'preact';
import { useUniqueId } from './unique-id';

/** A name for a screen reader: `element` is to stand beside what `id` names by `aria-labelledby`. */
export interface SilentLabel {
  readonly id: string;
  readonly element: VNode;
}

/**
 * A name that is heard and not seen. Obsidian shows every `aria-label` as a tooltip, here all over a list or a view.
 */
export function useSilentLabel(label: string): SilentLabel {
  const id = useUniqueId();
  return {
    id,
    element: (
      <span id={id} hidden>
        {label}
      </span>
    ),
  };
}
