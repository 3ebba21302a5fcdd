import { useState } from 'preact/hooks';

let count = 0;

/** An id that no other element has. Preact's own `useId` gives the same ids in each root, and each view is one. */
export function useUniqueId(): string {
  const [id] = useState(() => `account-actions-${++count}`);
  return id;
}
