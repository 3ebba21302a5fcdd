function define(target: object, methods: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(methods)) {
    if (!(name in target))
      Object.defineProperty(target, name, { value, configurable: true, writable: true, enumerable: false });
  }
}

/** Installs what Obsidian adds to Array, String, Object, Number and Math. */
export function installLanguageExtras(): void {
  define(Array.prototype, {
    first<T>(this: T[]): T | undefined {
      return this[0];
    },
    last<T>(this: T[]): T | undefined {
      return this[this.length - 1];
    },
    contains<T>(this: T[], target: T): boolean {
      return this.includes(target);
    },
    remove<T>(this: T[], target: T): void {
      for (let at = this.indexOf(target); at >= 0; at = this.indexOf(target)) this.splice(at, 1);
    },
    shuffle<T>(this: T[]): T[] {
      for (let at = this.length - 1; at > 0; at -= 1) {
        const other = Math.floor(Math.random() * (at + 1));
        [this[at], this[other]] = [this[other] as T, this[at] as T];
      }
      return this;
    },
    unique<T>(this: T[]): T[] {
      return [...new Set(this)];
    },
  });
  define(Array, { combine: <T>(arrays: T[][]): T[] => new Array<T>().concat(...arrays) });
  define(String.prototype, {
    contains(this: string, target: string): boolean {
      return this.includes(target);
    },
    format(this: string, ...values: string[]): string {
      return this.replace(/\{(\d+)\}/g, (whole, at: string) => values[Number(at)] ?? whole);
    },
  });
  define(String, { isString: (value: unknown) => typeof value === 'string' });
  define(Number, { isNumber: (value: unknown) => typeof value === 'number' });
  define(Math, {
    clamp: (value: number, min: number, max: number) => Math.min(max, Math.max(min, value)),
    square: (value: number) => value * value,
  });
  define(Object, {
    isEmpty: (value: object) => Object.keys(value).length === 0,
    each<T>(object: Record<string, T>, callback: (value: T, key: string) => boolean | void): boolean {
      return Object.entries(object).every(([key, value]) => callback(value, key) !== false);
    },
  });
}
