import { folderOf } from '../note/note';

/** The deepest folder that holds all these notes; empty where they have none in common. */
export function commonFolder(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map((path) => folderOf(path).split('/'));
  const shared = others.reduce((most, parts) => {
    const end = most.findIndex((part, at) => part !== parts[at]);
    return end === -1 ? most : most.slice(0, end);
  }, first);
  return shared.join('/');
}
