import type * as obsidian from 'obsidian';

type Matcher = (text: string) => obsidian.SearchResult | null;

/** Finds the letters of the query in their order, best where they stand together or at the start of words. */
export function prepareFuzzySearch(query: string): Matcher {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return (text) => {
    const lower = text.toLowerCase();
    const found = words.map((word) => findWhole(lower, word) ?? findLetters(lower, word));
    return found.includes(null)
      ? null
      : resultOf(
          found.flatMap((parts) => parts ?? []),
          text,
        );
  };
}

/** Finds every word of the query, each as it is written. */
export function prepareSimpleSearch(query: string): Matcher {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return (text) => {
    const lower = text.toLowerCase();
    const found = words.map((word) => findWhole(lower, word));
    return found.includes(null)
      ? null
      : resultOf(
          found.flatMap((parts) => parts ?? []),
          text,
        );
  };
}

/** Puts the best results first. */
export function sortSearchResults(results: obsidian.SearchResultContainer[]): void {
  results.sort((a, b) => b.match.score - a.match.score);
}

/** Writes `text` into `el` with the matches marked. `offset` says where in the searched text `text` starts. */
export function renderMatches(
  el: HTMLElement | DocumentFragment,
  text: string,
  matches: obsidian.SearchMatches | null,
  offset = 0,
): void {
  let at = 0;
  for (const [from, to] of matches ?? []) {
    const start = Math.max(at, from - offset);
    const end = Math.min(text.length, to - offset);
    if (end <= start) continue;
    el.append(text.slice(at, start));
    const mark = document.createElement('span');
    mark.className = 'suggestion-highlight';
    mark.textContent = text.slice(start, end);
    el.append(mark);
    at = end;
  }
  el.append(text.slice(at));
}

/** Writes `text` into `el` with what a search found marked. */
export function renderResults(el: HTMLElement, text: string, result: obsidian.SearchResult, offset?: number): void {
  renderMatches(el, text, result.matches, offset);
}

function findWhole(text: string, word: string): obsidian.SearchMatches | null {
  let at = text.indexOf(word);
  if (at < 0) return null;
  for (let next = at; next >= 0; next = text.indexOf(word, next + 1)) {
    if (startsWord(text, next)) {
      at = next;
      break;
    }
  }
  return [[at, at + word.length]];
}

function findLetters(text: string, word: string): obsidian.SearchMatches | null {
  const parts: obsidian.SearchMatches = [];
  let at = 0;
  for (const letter of word) {
    const next = text.indexOf(letter, at);
    if (next < 0) return null;
    const last = parts.at(-1);
    if (last && last[1] === next) last[1] = next + letter.length;
    else parts.push([next, next + letter.length]);
    at = next + letter.length;
  }
  return parts;
}

function resultOf(parts: obsidian.SearchMatches, text: string): obsidian.SearchResult {
  const matches = parts.sort((a, b) => a[0] - b[0]);
  const lower = text.toLowerCase();
  const penalty = matches.reduce((sum, [from]) => sum + 1 + (startsWord(lower, from) ? 0 : 1) + from / 1000, 0);
  return { score: -(penalty + text.length / 10_000), matches };
}

function startsWord(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
}
