import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

interface Axe {
  run(selector: string, options: object): Promise<AxeResult>;
}

const source = readFileSync(join('node_modules', 'axe-core', 'axe.min.js'), 'utf8');

/** What axe finds serious or critical in a part of the page, one line for each; empty where nothing is. */
export async function seriousFaults(page: Page, selector: string): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  // All rules run; only what they found to be right is not described, which takes longer than to find it.
  const { violations } = await page.evaluate(
    (part) => (window as unknown as { axe: Axe }).axe.run(part, { resultTypes: ['violations'] }),
    selector,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

/** Turns the page light or dark, at once: colours would fade from one theme into the other. */
export async function wear(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.evaluate((name) => {
    // To end the fades is not enough: a child that inherits a colour begins its own when that of its parent ends.
    const still = document.head.createEl('style', { text: '*, ::before, ::after { transition: none !important; }' });
    document.body.classList.toggle('theme-dark', name === 'dark');
    document.body.classList.toggle('theme-light', name === 'light');
    document.body.getBoundingClientRect();
    still.remove();
  }, theme);
}
