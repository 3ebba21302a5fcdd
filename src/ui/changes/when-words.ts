import { dayOf, type Day } from '../../core/base/day';
import { dayWords, distanceWords } from '../../words/format';

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** A moment for people: `today 14:05`, `yesterday 09:30`, `6 Mar 14:05`. In milliseconds since 1970. */
export function whenWords(at: number, today: Day): string {
  const moment = new Date(at);
  const distance = distanceWords(dayOf(moment), today);
  return `${distance === 'today' || distance === 'yesterday' ? distance : dayWords(dayOf(moment), today)} ${TIME.format(moment)}`;
}
