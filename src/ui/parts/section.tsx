import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { numberWords } from '../../words/format';

interface SectionProps {
  readonly title: string;
  readonly count: number;
  /** Whether it is folded until the user opens it. */
  readonly folded: boolean;
  /** What it holds; drawn only while it is open. */
  readonly children: () => ComponentChildren;
}

/** A part of a page that can be folded, with how much it holds. */
export function Section({ title, count, folded, children }: SectionProps): VNode {
  const [open, setOpen] = useState(!folded);
  return (
    <details class="account-actions-section" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <bdi>{title}</bdi> <span class="account-actions-count">{numberWords(count)}</span>
      </summary>
      {open && children()}
    </details>
  );
}
