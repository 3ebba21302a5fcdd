import moment from 'moment';
import { NotNullValue } from './bases-value';

const DATE = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/** A day, or a moment of one. */
export class DateValue extends NotNullValue {
  static override type = 'date';

  constructor(
    readonly data: Date,
    private readonly hasTime = true,
  ) {
    super();
  }

  /** Null where the text is no ISO 8601 day or moment. */
  static parseFromString(input: string): DateValue | null {
    const read = DATE.test(input) ? moment(input, moment.ISO_8601) : null;
    return read?.isValid() ? new DateValue(read.toDate(), input.length > '2026-01-01'.length) : null;
  }

  toString(): string {
    return moment(this.data).format(this.hasTime ? 'YYYY-MM-DDTHH:mm:ss' : 'YYYY-MM-DD');
  }

  isTruthy(): boolean {
    return true;
  }

  dateOnly(): DateValue {
    return new DateValue(moment(this.data).startOf('day').toDate(), false);
  }

  relative(): string {
    return moment(this.data).fromNow();
  }
}

/** A day that is shown by how far it is from now. */
export class RelativeDateValue extends DateValue {
  override renderTo(el: HTMLElement): void {
    el.appendText(this.relative());
  }
}

/** A span of time. */
export class DurationValue extends NotNullValue {
  static override type = 'duration';

  constructor(readonly data: moment.Duration) {
    super();
  }

  /** Null where the text is no ISO 8601 duration. */
  static parseFromString(input: string): DurationValue | null {
    return /^-?P(?=.)/.test(input) ? new DurationValue(moment.duration(input)) : null;
  }

  static fromMilliseconds(milliseconds: number): DurationValue {
    return new DurationValue(moment.duration(milliseconds));
  }

  toString(): string {
    return this.data.toISOString();
  }

  isTruthy(): boolean {
    return this.getMilliseconds() !== 0;
  }

  addToDate(value: DateValue, subtract = false): DateValue {
    const from = moment(value.data);
    return new DateValue((subtract ? from.subtract(this.data) : from.add(this.data)).toDate());
  }

  getMilliseconds(): number {
    return this.data.asMilliseconds();
  }
}
