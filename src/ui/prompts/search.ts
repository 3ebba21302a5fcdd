import { prepareFuzzySearch } from 'obsidian';
import type { Search } from '../../app/prompts';
import { foldText } from '../../core/text/words';

/** Searches names as Obsidian's own lists do. */
export const search: Search = (names, text) => {
  if (text === '') return names;
  const match = prepareFuzzySearch(foldText(text));
  return names
    .flatMap((name) => {
      const found = match(foldText(name));
      return found === null ? [] : [{ name, score: found.score }];
    })
    .sort((a, b) => b.score - a.score)
    .map(({ name }) => name);
};
