import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium, type Browser } from 'playwright-core';
import { findOrInstallBrowser, launchFlags } from '../browser.mjs';

/** The journal is kept in a database, which a page has only at an address; nothing is asked there. */
const ADDRESS = 'http://localhost/';

/** A file of the bench that runs in a page, and the function that it gives to the window. */
export interface PageCode {
  readonly file: string;
  readonly name: string;
}

/**
 * Lets `work` measure in Chromium: each measure is taken in a page of its own, with the theme of the workbench and the
 * plugin's styles. The page can slow its processor down: `window.slowDown(times)`.
 */
export async function inChromium<Plan, Times, Result>(
  root: string,
  code: PageCode,
  work: (measure: (plan: Plan) => Promise<Times>) => Promise<Result>,
): Promise<Result> {
  const parts = await partsOf(root, code);
  const browser = await chromium.launch({
    executablePath: await findOrInstallBrowser(),
    args: [...launchFlags, '--js-flags=--expose-gc'],
  });
  try {
    return await work((plan) => measureOnce(browser, parts, plan));
  } finally {
    await browser.close();
  }
}

interface PageParts {
  readonly html: string;
  readonly code: string;
  readonly name: string;
}

async function measureOnce<Plan, Times>(browser: Browser, { html, code, name }: PageParts, plan: Plan): Promise<Times> {
  // Of its own, so that no page finds what another one stored.
  const context = await browser.newContext();
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  const devtools = await context.newCDPSession(page);
  await page.exposeFunction('slowDown', (rate: number) => devtools.send('Emulation.setCPUThrottlingRate', { rate }));
  await page.goto(ADDRESS);
  await page.addScriptTag({ content: code });
  const times = await page.evaluate(
    ([asked, given]) => (window as unknown as Record<string, (plan: unknown) => Promise<unknown>>)[asked]!(given),
    [name, plan] as const,
  );
  await context.close();
  if (errors.length > 0) throw new Error(`The page failed: ${errors.join('; ')}`);
  return times as Times;
}

async function partsOf(root: string, { file, name }: PageCode): Promise<PageParts> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'scripts', 'bench', file)],
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    logLevel: 'warning',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    alias: { obsidian: join(root, 'scripts', 'workbench', 'obsidian', 'index.ts') },
  });
  const theme = join(root, 'scripts', 'workbench', 'page', 'theme');
  const styles = [
    ...readdirSync(theme)
      .sort()
      .map((part) => join(theme, part)),
    join(root, 'styles.css'),
  ].map((path) => readFileSync(path, 'utf8'));
  return {
    html: `<!doctype html><style>${styles.join('\n')}</style><body class="theme-light">`,
    code: outputFiles[0]!.text,
    name,
  };
}
