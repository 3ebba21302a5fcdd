import type { Day } from '../base/day';

export type Priority = 'highest' | 'high' | 'medium' | 'low' | 'lowest';

/** The dates that a task line can hold, by the names that Dataview and Tasks give them. */
export type DateField = 'due' | 'scheduled' | 'start' | 'created' | 'done' | 'cancelled';

/** Further fields of the Tasks plugin, which we keep and do not change. */
export type OtherField = 'recurrence' | 'on-completion' | 'id' | 'depends-on';

/** A piece of a task line. `raw` is exactly what stands in the note, white space before it included. */
export type Segment =
  | { readonly kind: 'text'; readonly raw: string; readonly text: string }
  | { readonly kind: 'owner'; readonly raw: string; readonly name: string }
  | { readonly kind: 'date'; readonly raw: string; readonly field: DateField; readonly day: Day | null }
  | { readonly kind: 'priority'; readonly raw: string; readonly priority: Priority }
  | { readonly kind: 'tag'; readonly raw: string; readonly tag: string }
  | { readonly kind: 'other'; readonly raw: string; readonly field: OtherField; readonly value: string }
  | { readonly kind: 'block-id'; readonly raw: string; readonly id: string }
  /** `%%…%%` or `<!-- … -->`: no part of what the line says. */
  | { readonly kind: 'comment'; readonly raw: string };
