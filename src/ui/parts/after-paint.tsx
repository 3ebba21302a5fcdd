import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Draws what it holds once what stands around it is on the screen: what is long need not hold up the rest. */
export function AfterPaint({ children }: { readonly children: () => ComponentChildren }): VNode {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => setPainted(true), []);
  return <>{isPainted && children()}</>;
}
