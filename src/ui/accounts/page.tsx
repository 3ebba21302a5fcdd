import { createContext, type ComponentChildren, type VNode } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import { IconButton } from '../parts/icon';
import { useUniqueId } from '../parts/unique-id';
import { words } from '../../words/words';

interface PageProps {
  readonly title: string;
  readonly onBack: () => void;
  /** Takes keys that nothing in it took; whether it was one of its own. */
  readonly onKey?: (event: KeyboardEvent, page: HTMLElement) => boolean;
  /** Further buttons beside its title. */
  readonly buttons?: ComponentChildren;
  readonly children: ComponentChildren;
}

/**
 * Whether the user opened the page just now; one that comes by itself (when the workspace is restored) takes no focus.
 */
export const OpenedByUser = createContext(false);

/** What is opened in place of the list: a region with a way back, by its button or by Escape. */
export function Page({ title, onBack, onKey, buttons, children }: PageProps): VNode {
  const region = useRef<HTMLElement>(null);
  const id = useUniqueId();
  const takesFocus = useContext(OpenedByUser);
  useEffect(() => {
    if (takesFocus) region.current!.querySelector<HTMLElement>('.account-actions-back')?.focus({ preventScroll: true });
  }, []);
  return (
    <section
      class="account-actions-page"
      aria-labelledby={id}
      ref={region}
      tabIndex={-1}
      data-takes-focus
      onKeyDown={(event) => {
        if (event.key === 'Escape') onBack();
        else if (onKey?.(event, event.currentTarget) === true) event.preventDefault();
        else return;
        event.stopPropagation();
      }}
    >
      <header class="account-actions-page-header">
        <IconButton class="account-actions-back" icon="arrow-left" label={words.accounts.back} onPress={onBack} />
        <h2 class="account-actions-title" id={id} title={title}>
          <bdi>{title}</bdi>
        </h2>
        {buttons}
      </header>
      <div class="account-actions-page-body">{children}</div>
    </section>
  );
}
