import type { VNode } from 'preact';
import { readChoice } from './state';

interface ChoiceFieldProps<Name extends string> {
  readonly label: string;
  /** What can be chosen, each with its words. */
  readonly choices: Readonly<Record<Name, string>>;
  readonly value: Name;
  readonly onChange: (value: Name) => void;
}

/** A field to choose one of a few. */
export function ChoiceField<Name extends string>({ label, choices, value, onChange }: ChoiceFieldProps<Name>): VNode {
  const change = (chosen: string): void => {
    const name = readChoice(choices, chosen);
    if (name !== null) onChange(name);
  };
  return (
    <select class="dropdown" aria-label={label} value={value} onChange={(event) => change(event.currentTarget.value)}>
      {(Object.entries(choices) as [Name, string][]).map(([name, words]) => (
        <option key={name} value={name}>
          {words}
        </option>
      ))}
    </select>
  );
}
