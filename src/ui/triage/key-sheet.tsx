import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useSilentLabel } from '../parts/silent-label';
import { KEY_GROUPS, KEYS, keyWords, takenKeys, type KeyAction } from './keys';
import { words } from '../../words/words';

interface KeySheetProps {
  /** Whether letters are keys. */
  readonly letters: boolean;
  /** Whether the context stands beside the list. */
  readonly hasContext: boolean;
  readonly onClose: () => void;
}

/** The keys of the view, on demand. */
export function KeySheet({ letters, hasContext, onClose }: KeySheetProps): VNode {
  const sheet = useRef<HTMLElement>(null);
  const name = useSilentLabel(words.triage.keys);
  const isShown = ({ action, keys }: (typeof KEYS)[number]): boolean =>
    takenKeys(keys, letters).length > 0 && (hasContext || !isOfContext(action));
  // At once: the next key may be down already.
  useLayoutEffect(() => {
    const before = sheet.current!.ownerDocument.activeElement;
    sheet.current!.focus();
    return () => (before as HTMLElement | null)?.focus();
  }, []);
  return (
    <section
      class="account-actions-keys"
      aria-labelledby={name.id}
      tabIndex={0}
      ref={sheet}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && event.key !== '?') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      {name.element}
      {KEY_GROUPS.map((group) => (
        <div key={group} role="group" aria-labelledby={`${name.id}-${group}`}>
          <h3 id={`${name.id}-${group}`}>{words.keys.groups[group]}</h3>
          <dl>
            {KEYS.filter((known) => known.group === group && isShown(known)).map(({ keys, words: said }) => (
              <div key={keys[0]}>
                <dt>
                  {takenKeys(keys, letters).map((key) => (
                    <kbd key={key}>{keyWords(key)}</kbd>
                  ))}
                </dt>
                <dd>{said}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </section>
  );
}

function isOfContext(action: KeyAction): boolean {
  return action === 'context-down' || action === 'context-up';
}
