import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import { bundleFaults, LARGEST_BUNDLE } from '../scripts/bundle-faults.mjs';

describe('the checks of main.js', () => {
  test('let a bundle pass that only asks Obsidian', () => {
    const code = `"use strict";var o=require("obsidian"),v=require("@codemirror/view");const a={fetch(){return this.fetch()},process:1},b=a.process;
      place.at=1;b.set(o.at,line.at);const {at:p}=b;typeof process<"u";typeof require<"u";/(?<year>a)\\(?<=/.test(b);new Map([[o,v]]);x.Function=1;f.Buffer=2;`;
    expect(bundleFaults(code, ts)).toEqual([]);
  });

  test.each([
    ['runs text as code', 'eval("1")'],
    ['runs text as code', '(0,eval)(a)'],
    ['runs text as code', 'new Function("a")'],
    ['runs text as code', 'Function("a")()'],
    [`wants Node's Buffer`, 'Buffer.from(a)'],
    [`wants Node's process`, 'process.env.A'],
    [`wants Node's global`, 'a(global)'],
    ['requires what Obsidian does not give', 'require("fs")'],
    ['requires what Obsidian does not give', 'require("node:fs")'],
    ['requires what Obsidian does not give', 'require(a)'],
    ['requires what Obsidian does not give', 'require("@codemirror/state/x")'],
    ['passes `require` on', 'var r=require'],
    ['can reach the network', 'fetch("https://example.org")'],
    ['can reach the network', 'window.fetch(a)'],
    ['can reach the network', '(0,o.requestUrl)(a)'],
    ['can reach the network', 'new XMLHttpRequest'],
    ['can reach the network', 'navigator.sendBeacon(a)'],
    ['imports at run time', 'import("obsidian")'],
    ['has a look-behind', '/(?<!a)b/'],
    ['has a look-behind', 'new RegExp("(?<=a)b")'],
    ['some phones have no `at`', 'list.at(-1)'],
    ['some phones have no `at`', 'list?.at(-1)'],
    ['some phones have no `hasOwn`', 'Object.hasOwn(a,"b")'],
    ['some phones have no `randomUUID`', 'crypto.randomUUID()'],
    ['some phones have no `findLast`', '[].findLast(a)'],
    ['some phones have no `groupBy`', 'Map.groupBy(a,b)'],
    ['some phones have no `structuredClone`', 'structuredClone(a)'],
    ['some phones have no `BroadcastChannel`', 'new BroadcastChannel("a")'],
    ['some phones have no `requestIdleCallback`', 'window.requestIdleCallback(a)'],
    ['some phones have no `borderBoxSize`', 'entry.borderBoxSize[0]'],
    ['some phones have no `borderBoxSize`', 'a.map(({borderBoxSize:b})=>b)'],
    ['some phones have no `AbortSignal.timeout`', 'AbortSignal.timeout(1)'],
    ['some phones have no `signal of addEventListener`', 'a.addEventListener("b",c,{signal:d})'],
    ['some phones have no `list that is spread behind `?.``', 'a?.b(...c)'],
    ['some phones have no `flags d and v of regular expressions`', '/a/dg.exec(b)'],
  ])('find that it %s: %s', (fault, code) => {
    expect(bundleFaults(`x=1;${code};`, ts)).toEqual([expect.stringContaining(fault)]);
  });

  test('find that it is too large', () => {
    expect(bundleFaults(' '.repeat(LARGEST_BUNDLE + 1), ts)).toEqual(['it has 670.0 kB, and may have 670.0 kB']);
  });
});
