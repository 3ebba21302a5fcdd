/** A path after the file or folder `from` was renamed to `to`: another one where it is that file or lies in that folder. */
export function renamedPath(path: string, from: string, to: string): string {
  return path === from ? to : path.startsWith(`${from}/`) ? to + path.slice(from.length) : path;
}
