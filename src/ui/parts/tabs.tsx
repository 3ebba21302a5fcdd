import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useSilentLabel } from './silent-label';
import { useUniqueId } from './unique-id';
import { numberWords } from '../../words/format';

export interface Tab<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly count?: number;
}

interface TabsProps<Name extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Name>[];
  readonly active: Name;
  readonly onChange: (name: Name) => void;
  /** What stands on the line of the tabs, behind them. */
  readonly more?: VNode;
  readonly children: ComponentChildren;
}

/**
 * Tabs over one panel; where they do not wrap, as on a phone, they scroll to the active one. Arrow keys go from one to
 * the next, as the ARIA practice has it.
 */
export function Tabs<Name extends string>({ label, tabs, active, onChange, more, children }: TabsProps<Name>): VNode {
  const id = useUniqueId();
  const name = useSilentLabel(label);
  const list = useRef<HTMLDivElement>(null);
  // Once it was drawn, so that nothing has to be measured for it; longer counts make them wider.
  useEffect(
    () => list.current!.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    [active, tabs.map(({ count }) => String(count).length).join()],
  );
  const step = (event: KeyboardEvent): void => {
    const index = tabs.findIndex((tab) => tab.name === active);
    const next = { ArrowRight: index + 1, ArrowLeft: index + tabs.length - 1, Home: 0, End: tabs.length - 1 }[
      event.key
    ];
    const tab = next === undefined ? undefined : tabs[next % tabs.length];
    if (tab === undefined) return;
    event.preventDefault();
    onChange(tab.name);
    list.current!.querySelectorAll<HTMLElement>('[role=tab]')[tabs.indexOf(tab)]?.focus();
  };
  const line = (
    <div class="account-actions-tabs" role="tablist" aria-labelledby={name.id} ref={list} onKeyDown={step}>
      {tabs.map((tab) => (
        <button
          key={tab.name}
          type="button"
          role="tab"
          id={`${id}-${tab.name}`}
          aria-controls={`${id}-panel`}
          aria-selected={tab.name === active}
          tabIndex={tab.name === active ? 0 : -1}
          class={`account-actions-tab ${tab.name === active ? 'is-active' : ''}`}
          onClick={() => onChange(tab.name)}
        >
          {tab.label}
          {tab.count !== undefined && <span class="account-actions-count">{numberWords(tab.count)}</span>}
        </button>
      ))}
    </div>
  );
  return (
    <>
      {name.element}
      {more === undefined ? (
        line
      ) : (
        <div class="account-actions-tabs-line">
          {line}
          {more}
        </div>
      )}
      <div class="account-actions-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${active}`}>
        {children}
      </div>
    </>
  );
}
