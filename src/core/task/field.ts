import type { Segment } from './segment';

/** What a field says; its `raw` is set when the line is cut. */
export type FieldContent = Exclude<Segment, { readonly kind: 'text' }> & { raw: string };

/** A field of a task line, in UTF-16 units of the understood text. */
export interface Field {
  readonly start: number;
  readonly end: number;
  readonly content: FieldContent;
}
