import { oncePer } from '../core/base/once';
import { deriveStore } from '../core/base/store';
import { sameValue } from '../core/base/equal';
import { namesSelection } from '../core/person/known-people';
import { personNames } from '../core/person/person-names';
import type { Context } from './context';
import { words } from '../words/words';

/**
 * The names of the people that notes know, those named most first. They are counted when somebody asks, and only of the
 * notes that changed since.
 */
export function createPeople({
  graph,
  settings,
  onError,
}: Pick<Context, 'graph' | 'settings' | 'onError'>): () => readonly string[] {
  const select = namesSelection();
  const names = deriveStore([settings], ({ myNames, people }) => ({ myNames, people }), {
    equal: sameValue,
    onError: (error) => onError(words.failures.update.people, error),
  });
  const namesIn = oncePer(personNames);
  return () => select(graph.get().notes, namesIn(names.get()));
}
