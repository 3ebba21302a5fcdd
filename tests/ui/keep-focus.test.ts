import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { keepFocus } from '../../src/ui/parts/keep-focus';
import { createApp } from '../../scripts/workbench/obsidian/app/app';

let list: HTMLElement;
let end: () => void;

beforeEach(() => {
  // With it come the elements as Obsidian has them.
  createApp({ files: {} });
  list = document.body.createEl('ul');
  for (const name of ['first', 'second', 'third']) {
    const row = list.createEl('li', { attr: { id: name } });
    for (const verb of ['open', 'accept', 'dismiss']) row.createSpan().createEl('button', { text: `${verb} ${name}` });
  }
  end = keepFocus(list);
});
afterEach(() => {
  end();
  document.body.replaceChildren();
});

const row = (name: string): HTMLElement => document.getElementById(name)!;
const button = (words: string): HTMLElement => list.findAll('button').find(({ textContent }) => textContent === words)!;
/** What has the focus once all that waits for a change was told of it. */
async function focused(): Promise<string | null> {
  await new Promise((resolve) => setTimeout(resolve));
  return document.activeElement === document.body ? null : document.activeElement!.textContent;
}

describe('where a row goes that had the focus', () => {
  test.each([
    ['first', 'accept second'],
    ['second', 'accept third'],
    ['third', 'accept second'],
  ])('the same button of the row next to the %s has it', async (name, next) => {
    button(`accept ${name}`).focus();
    row(name).remove();
    expect(await focused()).toBe(next);
  });

  test('and comes back as another one, the same button there has it', async () => {
    button('dismiss second').focus();
    const again = row('second').cloneNode(true) as HTMLElement;
    again.findAll('button').forEach((made) => made.setText(`${made.textContent} again`));
    row('second').replaceWith(again);
    expect(await focused()).toBe('dismiss second again');
  });

  test('what stays of it has it: a button in its place, else any of the row', async () => {
    button('accept second').focus();
    button('accept second').parentElement!.remove();
    expect(await focused()).toBe('dismiss second');
    button('dismiss second').parentElement!.remove();
    expect(await focused()).toBe('open second');
  });

  test('no button that cannot be pressed has it', async () => {
    button('accept second').focus();
    button('accept third').setAttribute('disabled', '');
    row('second').remove();
    expect(await focused()).toBe('dismiss third');
  });

  test('also where its button was switched off before', async () => {
    button('accept second').focus();
    button('accept second').setAttribute('disabled', '');
    button('accept second').blur();
    row('second').remove();
    expect(await focused()).toBe('accept third');
  });

  test('also where it was answered in a menu', async () => {
    button('accept second').focus();
    const menu = document.body.createDiv('menu');
    const item = menu.createEl('button', { text: 'mute' });
    item.focus();
    menu.remove();
    row('second').remove();
    expect(await focused()).toBe('accept third');
  });
});

describe('nothing is focused', () => {
  test('where the focus went elsewhere before', async () => {
    const field = document.body.createEl('input');
    button('accept second').focus();
    field.focus();
    await focused();
    field.remove();
    row('second').remove();
    expect(await focused()).toBeNull();
  });

  test('where somebody clicked beside everything before', async () => {
    button('accept second').focus();
    button('accept second').blur();
    await focused();
    row('second').remove();
    expect(await focused()).toBeNull();
  });

  test('where nothing is left, and once it was ended', async () => {
    button('accept second').focus();
    list.empty();
    expect(await focused()).toBeNull();
    end();
    list.createEl('li').createEl('button', { text: 'only' }).focus();
    list.empty();
    expect(await focused()).toBeNull();
  });
});
