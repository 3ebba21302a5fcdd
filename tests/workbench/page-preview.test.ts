import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { PluginManifest } from 'obsidian';
import { type HoverPopover, MarkdownView, Plugin } from '../../scripts/workbench/obsidian';
import { type App, createApp } from '../../scripts/workbench/obsidian/app/app';

const manifest: PluginManifest = {
  id: 'probe',
  name: 'Probe',
  author: '',
  version: '1.0.0',
  minAppVersion: '1.13.0',
  description: '',
};

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  document.body.empty();
  jest.useRealTimers();
});

const wait = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);
const popovers = (): readonly string[] =>
  document.body.findAll('.hover-popover').map((el) => el.find('.markdown-embed-content').textContent ?? '');

async function start(
  defaultMod: boolean,
): Promise<{ app: App; link: HTMLElement; hover: (init?: MouseEventInit, source?: string) => void }> {
  const app = createApp({ files: { 'a/Note.md': 'near', 'b/Note.md': 'far', 'a/Source.md': '[[Note]]' } });
  await app.plugins.enable(
    manifest,
    class extends Plugin {
      override onload(): void {
        this.registerHoverLinkSource('probe', { display: 'Probe', defaultMod });
      }
    },
  );
  app.start();
  const link = document.body.createEl('a');
  const hoverParent: { hoverPopover: HoverPopover | null } = { hoverPopover: null };
  const hover = (init: MouseEventInit = {}, source = 'probe'): void => {
    const event = new MouseEvent('mouseover', init);
    app.workspace.trigger('hover-link', {
      event,
      source,
      hoverParent,
      targetEl: link,
      linktext: 'Note',
      sourcePath: 'a/Source.md',
    });
  };
  return { app, link, hover };
}

test('a source that needs no key shows the note, once, until the pointer leaves link and popover', async () => {
  const { link, hover } = await start(false);
  hover();
  hover();
  await wait(400);
  expect(popovers()).toEqual(['near']);
  link.dispatchEvent(new MouseEvent('mouseleave'));
  await wait(100);
  document.body.find('.hover-popover').dispatchEvent(new MouseEvent('mouseenter'));
  await wait(1000);
  expect(popovers()).toEqual(['near']);
  document.body.find('.hover-popover').dispatchEvent(new MouseEvent('mouseleave'));
  await wait(400);
  expect(popovers()).toEqual([]);
  hover();
  await wait(400);
  expect(popovers()).toEqual(['near']);
});

test('a source that needs the key shows nothing without it, and the note with it, also when it comes later', async () => {
  const { link, hover } = await start(true);
  hover();
  await wait(400);
  expect(popovers()).toEqual([]);
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Control', ctrlKey: true }));
  await wait(400);
  expect(popovers()).toEqual(['near']);
  link.dispatchEvent(new MouseEvent('mouseleave'));
  await wait(400);
  hover();
  link.dispatchEvent(new MouseEvent('mouseleave'));
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Control', ctrlKey: true }));
  await wait(400);
  expect(popovers()).toEqual([]);
  hover({ ctrlKey: true });
  await wait(400);
  expect(popovers()).toEqual(['near']);
});

test('who only passes over a link sees nothing', async () => {
  const { link, hover } = await start(false);
  hover();
  await wait(100);
  link.dispatchEvent(new MouseEvent('mouseleave'));
  await wait(1000);
  expect(popovers()).toEqual([]);
});

test('a source that is not registered shows nothing, nor does that of a plugin that is gone', async () => {
  const { app, hover } = await start(false);
  hover({ ctrlKey: true }, 'nobody');
  await app.plugins.unload('probe');
  hover({ ctrlKey: true });
  await wait(400);
  expect(popovers()).toEqual([]);
});

test('links in reading view show their note without a key', async () => {
  const { app } = await start(true);
  document.body.replaceChildren(app.workspace.containerEl);
  await app.workspace.openLinkText('a/Source', '');
  const view = app.workspace.getActiveViewOfType(MarkdownView) as MarkdownView;
  await view.setMode('preview');
  await wait(10);
  view.previewMode.containerEl.find('a.internal-link').dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
  await wait(400);
  expect(popovers()).toEqual(['near']);
});
