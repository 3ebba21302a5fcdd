import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { IconButton } from '../parts/icon';
import { useUniqueId } from '../parts/unique-id';

interface PageProps {
  readonly title: string;
  readonly onBack: () => void;
  readonly children: ComponentChildren;
}

/** What is opened in place of the list: a region with a way back, by its button or by Escape. */
export function Page({ title, onBack, children }: PageProps): VNode {
  const region = useRef<HTMLElement>(null);
  const id = useUniqueId();
  useEffect(() => region.current!.querySelector<HTMLElement>('.account-actions-back')?.focus({ preventScroll: true }), []);
  return (
    <section
      class="account-actions-page" aria-labelledby={id} ref={region}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onBack();
      }}
    >
      <header class="account-actions-page-header">
        <IconButton class="account-actions-back" icon="arrow-left" label="Back" onPress={onBack} />
        <h2 class="account-actions-title" id={id}><bdi>{title}</bdi></h2>
      </header>
      <div class="account-actions-page-body">{children}</div>
    </section>
  );
}
