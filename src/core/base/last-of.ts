/** The last entry of a list, or the last unit of a text; undefined where there is none. (`at` is too new for some phones.) */
export function lastOf<T>(list: ArrayLike<T>): T | undefined {
  return list[list.length - 1];
}
