import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import {
  arrayBufferToBase64,
  arrayBufferToHex,
  base64ToArrayBuffer,
  hexToArrayBuffer,
} from '../../scripts/workbench/obsidian/base/binary';
import { getLinkpath, parseLinktext, stripHeading } from '../../scripts/workbench/obsidian/metadata/link-text';
import { requestUrl } from '../../scripts/workbench/obsidian/base/network';
import { requireApiVersion } from '../../scripts/workbench/obsidian/base/platform';
import {
  prepareFuzzySearch,
  prepareSimpleSearch,
  renderMatches,
  sortSearchResults,
} from '../../scripts/workbench/obsidian/base/search';
import { debounce, normalizePath } from '../../scripts/workbench/obsidian/base/text';

test('a path has one form', () => {
  expect(normalizePath('/a//b\\c.md/')).toBe('a/b/c.md');
  expect(normalizePath('a\u00A0b/e\u0301')).toBe('a b/\u00E9');
  expect(normalizePath('')).toBe('/');
});

test('a link text has a path and a place', () => {
  expect(parseLinktext('Note#Head#Below')).toEqual({ path: 'Note', subpath: '#Head#Below' });
  expect(getLinkpath('#^id')).toBe('');
  expect(stripHeading('A: "b" (c)')).toBe('A b c');
});

describe('debounce', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  test('calls once, with what came last, after the first call', () => {
    const seen: number[] = [];
    const call = debounce((value: number) => seen.push(value), 100);
    call(1);
    jest.advanceTimersByTime(60);
    call(2);
    jest.advanceTimersByTime(40);
    expect(seen).toEqual([2]);
    jest.advanceTimersByTime(1000);
    expect(seen).toEqual([2]);
  });

  test('waits for quiet where it is told to, and can be run or called off', () => {
    const seen: number[] = [];
    const call = debounce((value: number) => seen.push(value), 100, true);
    call(1);
    jest.advanceTimersByTime(60);
    call(2);
    jest.advanceTimersByTime(60);
    expect(seen).toEqual([]);
    call.run();
    call(3).cancel();
    jest.advanceTimersByTime(1000);
    call.run();
    expect(seen).toEqual([2]);
  });
});

describe('search', () => {
  test('fuzzy finds letters in order, best where they stand together', () => {
    const find = prepareFuzzySearch('rcl');
    expect(find('Rack layout')?.matches).toEqual([
      [0, 1],
      [2, 3],
      [5, 6],
    ]);
    expect(find('layout')).toBeNull();
    const results = ['a rude cool lion', 'the rcl file', 'miracle'].map((text) => ({
      text,
      match: find(text) ?? { score: -99, matches: [] },
    }));
    sortSearchResults(results);
    expect(results[0]?.text).toBe('the rcl file');
  });

  test('simple wants each word', () => {
    const find = prepareSimpleSearch('rack Ilse');
    expect(find('Send ilse the rack')?.matches).toEqual([
      [5, 9],
      [14, 18],
    ]);
    expect(find('Send ilse')).toBeNull();
  });

  test('an empty query finds all', () => {
    expect(prepareFuzzySearch('')('x')?.matches).toEqual([]);
  });

  test('marks what was found, as text', () => {
    const el = document.createElement('div');
    renderMatches(el, '<b>rack', [
      [3, 5],
      [4, 7],
    ]);
    expect(el.innerHTML).toBe(
      '&lt;b&gt;<span class="suggestion-highlight">ra</span><span class="suggestion-highlight">ck</span>',
    );
  });
});

test('versions compare by number', () => {
  expect(['1.9.0', '1.13.0', '1.13.1', '1.13.2', '2.0'].map(requireApiVersion)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test('bytes go there and back', () => {
  const bytes = new Uint8Array([0, 127, 255]).buffer;
  expect(arrayBufferToHex(hexToArrayBuffer('007fff'))).toBe('007fff');
  expect(arrayBufferToBase64(base64ToArrayBuffer(arrayBufferToBase64(bytes)))).toBe('AH//');
});

test('there is no network', async () => {
  await expect(requestUrl('https://example.test')).rejects.toThrow(/no network/);
  await expect(requestUrl('https://example.test').json).rejects.toThrow(/no network/);
});
