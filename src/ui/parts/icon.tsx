import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { setIcon } from 'obsidian';
import { useSilentLabel } from './silent-label';

/**
 * One of Obsidian's icons. It says nothing to a screen reader: what it means stands beside it, or in the label of its
 * button.
 */
export function Icon({ name, class: className = '' }: { readonly name: string; readonly class?: string }): VNode {
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => setIcon(element.current!, name), [name]);
  return <span class={`account-actions-icon ${className}`} ref={element} aria-hidden="true" />;
}

interface IconButtonProps {
  readonly icon: string;
  /** Its name: what it does, in sentence case. */
  readonly label: string;
  readonly onPress: (event: MouseEvent) => void;
  readonly pressed?: boolean;
  readonly tabIndex?: number;
  readonly class?: string;
  /** By which the same button of another row is found. */
  readonly name?: string;
  /** The id of what it is about, where its name does not say it. */
  readonly describedBy?: string | undefined;
  /** What its tooltip says in place of its name, which a screen reader hears alone. */
  readonly tooltip?: string | undefined;
  /** The ids of what says its name, where a tooltip stands in its place and others say it already. */
  readonly labelledBy?: string;
  /** Its key, as `aria-keyshortcuts` has it. */
  readonly shortcut?: string | undefined;
  /** Whether it opens a menu. */
  readonly hasMenu?: boolean;
  readonly disabled?: boolean;
}

/** A button of an icon alone, as Obsidian has them on top of its side bars. */
export function IconButton({
  icon,
  label,
  onPress,
  pressed,
  tabIndex,
  class: className = '',
  name,
  describedBy,
  tooltip,
  labelledBy,
  shortcut,
  hasMenu = false,
  disabled,
}: IconButtonProps): VNode {
  const silent = useSilentLabel(label);
  return (
    <>
      {tooltip !== undefined && labelledBy === undefined && silent.element}
      <button
        type="button"
        class={`clickable-icon ${className}`}
        aria-label={tooltip ?? label}
        aria-labelledby={tooltip === undefined ? undefined : (labelledBy ?? silent.id)}
        aria-keyshortcuts={shortcut}
        aria-haspopup={hasMenu ? 'menu' : undefined}
        aria-pressed={pressed}
        tabIndex={tabIndex}
        data-verb={name}
        aria-describedby={describedBy}
        disabled={disabled}
        onClick={onPress}
      >
        <Icon name={icon} />
      </button>
    </>
  );
}
