import '../elements/dom';
import type { RenderContext } from 'obsidian';

/** A value in a base. What it wraps is `data`, as in Obsidian, where obsidian.d.ts does not say so. */
export abstract class Value {
  static type = 'value';

  static equals(a: Value | null, b: Value | null): boolean {
    return a === b || (a !== null && b !== null && a.equals(b));
  }

  static looseEquals(a: Value | null, b: Value | null): boolean {
    return a === b || (a !== null && b !== null && a.looseEquals(b));
  }

  abstract readonly data: unknown;
  abstract toString(): string;
  abstract isTruthy(): boolean;

  equals(other: Value): boolean {
    return other.constructor === this.constructor && other.toString() === this.toString();
  }

  looseEquals(other: Value): boolean {
    return other.toString() === this.toString();
  }

  /** Shows it as its text. */
  renderTo(el: HTMLElement, _ctx: RenderContext): void {
    el.appendText(this.toString());
  }
}

/** Nothing. There is one: `NullValue.value`. */
export class NullValue extends Value {
  static override type = 'null';
  static value = new NullValue();
  readonly data = null;

  toString(): string {
    return '';
  }

  isTruthy(): boolean {
    return false;
  }
}

export abstract class NotNullValue extends Value {}

export abstract class PrimitiveValue<T> extends NotNullValue {
  readonly data: T;

  constructor(value: T) {
    super();
    this.data = value;
  }

  toString(): string {
    return String(this.data);
  }

  isTruthy(): boolean {
    return Boolean(this.data);
  }
}

export class BooleanValue extends PrimitiveValue<boolean> {
  static override type = 'boolean';

  override renderTo(el: HTMLElement): void {
    el.createEl('input', { type: 'checkbox', attr: { disabled: true, 'aria-label': this.toString() } }).checked =
      this.data;
  }
}

export class NumberValue extends PrimitiveValue<number> {
  static override type = 'number';
}

export class StringValue extends PrimitiveValue<string> {
  static override type = 'string';
}

export class HTMLValue extends StringValue {}
export class IconValue extends StringValue {}
export class ImageValue extends StringValue {}
export class UrlValue extends StringValue {}

/** A tag, with its `#`. */
export class TagValue extends StringValue {
  constructor(value: string) {
    super(value.startsWith('#') ? value : `#${value}`);
  }

  override renderTo(el: HTMLElement): void {
    el.createEl('a', { cls: 'tag', text: this.data, href: this.data });
  }
}

export class ListValue extends NotNullValue {
  static override type = 'list';
  readonly data: Value[];

  constructor(value: readonly unknown[]) {
    super();
    this.data = value.map((item) => (item instanceof Value ? item : wrap(item)));
  }

  toString(): string {
    return this.data.map(String).join(', ');
  }

  isTruthy(): boolean {
    return this.data.length > 0;
  }

  includes(value: Value): boolean {
    return this.data.some((item) => item.looseEquals(value));
  }

  length(): number {
    return this.data.length;
  }

  get(index: number): Value {
    return this.data[index] ?? NullValue.value;
  }

  concat(other: ListValue): ListValue {
    return new ListValue([...this.data, ...other.data]);
  }

  override renderTo(el: HTMLElement, ctx: RenderContext): void {
    this.data.forEach((item, at) => {
      if (at > 0) el.appendText(', ');
      item.renderTo(el, ctx);
    });
  }
}

export class ObjectValue extends NotNullValue {
  static override type = 'object';

  constructor(readonly data: Readonly<Record<string, unknown>>) {
    super();
  }

  toString(): string {
    return JSON.stringify(this.data, (_key, value: unknown) => (value instanceof Value ? value.data : value));
  }

  isTruthy(): boolean {
    return !this.isEmpty();
  }

  isEmpty(): boolean {
    return Object.keys(this.data).length === 0;
  }

  get(key: string): Value {
    const value = Object.hasOwn(this.data, key) ? this.data[key] : null;
    return value instanceof Value ? value : wrap(value);
  }
}

export class RegExpValue extends NotNullValue {
  constructor(readonly data: RegExp) {
    super();
  }

  toString(): string {
    return this.data.toString();
  }

  isTruthy(): boolean {
    return true;
  }
}

/** What YAML gives, as a value; days and links stay text, for they need a note around: see `bases-entry`. */
export function wrap(value: unknown): Value {
  if (value === null || value === undefined) return NullValue.value;
  if (typeof value === 'string') return new StringValue(value);
  if (typeof value === 'number') return new NumberValue(value);
  if (typeof value === 'boolean') return new BooleanValue(value);
  return Array.isArray(value) ? new ListValue(value) : new ObjectValue(value as Record<string, unknown>);
}
