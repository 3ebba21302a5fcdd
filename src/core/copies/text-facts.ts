/**
 * What a text names exactly. Two texts that name different tickets, amounts or days are about different things, however
 * alike their words are.
 */
export interface TextFacts {
  readonly tickets: readonly string[];
  /** Numbers, written as digits or as words. */
  readonly amounts: readonly string[];
  /** `12-05` for 5 December, a weekday, `q3`, `today`, `15:00`: each sort is compared with its own. */
  readonly days: readonly string[];
  readonly months: readonly string[];
  readonly weekdays: readonly string[];
  /** `13:30`; `1:30?` where it is not said whether that is before or after noon. */
  readonly times: readonly string[];
  /** In minutes or days: `60 min` for one hour, `14 d` for two weeks. */
  readonly durations: readonly string[];
  /** Years, quarters, halves. */
  readonly periods: readonly string[];
  /** `first`, `second`. */
  readonly ordinals: readonly string[];
  /** The letter of "site A", "option B". */
  readonly labels: readonly string[];
}

type Sort = keyof TextFacts;

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    two: '2',
    both: '2',
    three: '3',
    four: '4',
    five: '5',
    six: '6',
    seven: '7',
    eight: '8',
    nine: '9',
    ten: '10',
    eleven: '11',
    twelve: '12',
    dozen: '12',
    fifteen: '15',
    sixteen: '16',
    eighteen: '18',
    twenty: '20',
    thirty: '30',
    forty: '40',
    fifty: '50',
    sixty: '60',
    seventy: '70',
    eighty: '80',
    ninety: '90',
    hundred: '100',
  }),
);
const ORDINALS: ReadonlyMap<string, string> = new Map(
  Object.entries({ first: '1', second: '2', third: '3', fourth: '4', fifth: '5', last: 'last', final: 'last' }),
);
/** Nouns that a number or letter tells apart: "step one", "site A". */
const LABELLED =
  'step|phase|stage|part|wave|lot|batch|round|tier|option|version|release|site|door|hall|line|building|floor|room|plan|zone|gate|block|group|variant|annex|appendix|section|bay|ward|wing|unit|area|level|milestone|sprint|week|day|module|track|region|plant|dock|pump|station|chiller';
/** What stands before a number without making it a ticket. */
const STANDARDS =
  /^(?:iso|utf|sha|aes|tls|rfc|en|iec|covid|win|ip|din|soc|pci|pt|rs|cat|usb|wpa|http|python|java|node|ca|no|nr)$/;
const PLAIN_TICKETS = /^(?:case|ticket|issue|bug|inc|incident|req|request|task|pr|chg|change|sr|cs|defect|call)$/;

const NONE: readonly string[] = [];
const NO_FACTS: TextFacts = {
  tickets: NONE,
  amounts: NONE,
  days: NONE,
  months: NONE,
  weekdays: NONE,
  times: NONE,
  durations: NONE,
  periods: NONE,
  ordinals: NONE,
  labels: NONE,
};
const NUMBER_WORD = [...NUMBER_WORDS.keys()].join('|');
const LONG_MONTH = MONTHS.join('|');
const WEEKDAY = WEEKDAYS.join('|');
const UNTIL = '(?:\\s*(?:-|–|/|to|and|until|or)\\s*(\\d{1,2})(?:st|nd|rd|th)?)?';
/** Most texts name nothing of all this, and one look tells so. */
const HINT = new RegExp(
  `\\d|\\b(?:${LONG_MONTH}|${WEEKDAY}|${NUMBER_WORD}|first|second|third|fourth|fifth|final|today|tomorrow|this|next|one|half|quarter|an hour|fortnight)|\\b(?:${LABELLED}) [A-Z]`,
  'i',
);

const HOUR = `\\d{1,2}|one|${NUMBER_WORD}`;

/** A sort of facts as it is written, and what a match adds to those found: false where it is none after all. */
type Reader = readonly [
  pattern: RegExp,
  read: (groups: readonly string[], add: (sort: Sort, value: string) => void, text: string) => boolean | void,
];

const DIGIT_READERS: readonly Reader[] = [
  [/\b(20\d\d)-(\d\d)-(\d\d)\b/g, ([, month, day], add) => addDay(add, MONTHS[Number(month) - 1] ?? '', day!)],
  [
    /\b([A-Za-z]{2,10})[- ]?#?(\d{2,})\b(?![.,:]\d|%)/g,
    ([written, digits], add, text) => {
      const prefix = written!.toLowerCase();
      const isKey = /^[A-Z]+$/.test(written!) && !STANDARDS.test(prefix) && !/^(?:Q|FY|H)$/.test(written!);
      if (PLAIN_TICKETS.test(prefix) && (isKey || digits!.length > 2)) add('tickets', digits!);
      else if (isKey && text.includes(`${written!}-${digits!}`)) add('tickets', `${prefix}-${digits!}`);
      else return false;
      return true;
    },
  ],
  [/#(\d{2,})\b/g, ([digits], add) => add('tickets', digits!)],
  [/\b(?:q([1-4])|([1-4])q)\b/gi, ([a, b], add) => add('periods', `q${a! || b!}`)],
  [/\bh([12])\b/gi, ([half], add) => add('periods', `h${half!}`)],
  [
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?${UNTIL}(?: of)? (${MONTH})(?![a-z])`, 'gi'),
    ([day, until, month], add) => addDay(add, month!, day!) && (until === '' || addDay(add, month!, until!)),
  ],
  [
    new RegExp(`\\b(${MONTH}) (?:the )?(\\d{1,2})(?:st|nd|rd|th)?${UNTIL}(?![\\d:.,]*\\d)\\b`, 'gi'),
    ([month, day, until], add) => addDay(add, month!, day!) && (until === '' || addDay(add, month!, until!)),
  ],
  [
    /\b(\d{1,2})(?:[:.h](\d\d))? ?(am|pm|uhr|o'?clock)(?![a-z])|\b(\d{1,2}):(\d\d)\b/gi,
    ([hour, minute, half, hours, minutes], add) =>
      add('times', timeOf(Number(hour! || hours!), minute! || minutes! || '00', half!.toLowerCase())),
  ],
  [
    /\b(\d{1,4})(?:[.,](\d))?[ -]?(minutes?|mins?|hours?|hrs?|h|days?|weeks?)(?![a-z])/gi,
    ([whole, tenths, unit], add) => add('durations', durationOf(Number(`${whole!}.${tenths! || '0'}`), unit!)),
  ],
  [/\b(?:FY ?)?((?:19|20)\d\d)\b(?! (?:eur|usd|users|units|euros|dollars))/g, ([year], add) => add('periods', year!)],
  [
    /(?:^|[^\w.])[v€$£]?(\d+(?:[.,]\d+)*)(?:st|nd|rd|th)?\s?(k|thousand|million|m(?= euro|illion))?(?![a-z]*\d)/gi,
    ([digits, scale], add) => add('amounts', amountOf(digits!, scale!)),
  ],
];

const WORD_READERS: readonly Reader[] = [
  [
    new RegExp(`\\b(half|quarter) (past|to) (${HOUR})\\b`, 'gi'),
    ([part, side, hour], add) => {
      const isBefore = side!.toLowerCase() === 'to';
      const past = part!.toLowerCase() === 'half' ? 30 : 15;
      const at = hourOf(hour!) - Number(isBefore);
      add('times', timeOf(at === 0 ? 12 : at, String(isBefore ? 60 - past : past), ''));
    },
  ],
  [/\bhalf an hour\b|\bhalf-hour\b/gi, (_, add) => add('durations', '30 min')],
  [/\bquarter of an hour\b|\bquarter-hour\b/gi, (_, add) => add('durations', '15 min')],
  [/\b(?:an|one) hour and a half\b|\bone and a half hours\b/gi, (_, add) => add('durations', '90 min')],
  [/\b(?:an|one)[ -]hour\b/gi, (_, add) => add('durations', '60 min')],
  [/\ba fortnight\b/gi, (_, add) => add('durations', '14 d')],
  [
    new RegExp(`\\b(${NUMBER_WORD})[ -](minutes?|hours?|days?|weeks?)\\b`, 'gi'),
    ([count, unit], add) => add('durations', durationOf(Number(NUMBER_WORDS.get(count!.toLowerCase())!), unit!)),
  ],
  [
    /\b(first|second|third|fourth) (quarter|half)\b/gi,
    ([word, part], add) => add('periods', `${part![0]!.toLowerCase()}${ORDINALS.get(word!.toLowerCase())!}`),
  ],
  [
    new RegExp(`\\b(${LABELLED}) ([A-Z]|[IVX]{1,4})(?![\\w'])`, 'g'),
    ([, label], add) => label !== 'I' && void add('labels', label!.toLowerCase()),
  ],
  [new RegExp(`\\b(?:${LABELLED})s? one\\b`, 'gi'), (_, add) => add('amounts', '1')],
  // "May" and "march" are months only where they are written like names.
  [
    new RegExp(`\\b(${LONG_MONTH})\\b`, 'gi'),
    ([month], add) =>
      /^(?:may|march)$/.test(month!) ? false : void add('months', String(MONTHS.indexOf(month!.toLowerCase()) + 1)),
  ],
  [
    new RegExp(`\\b(${WEEKDAY})s?\\b`, 'gi'),
    ([name], add) => add('weekdays', String(WEEKDAYS.indexOf(name!.toLowerCase()))),
  ],
  [
    /\b(today|tomorrow|(?:this|next) (?:week|month|quarter|year))\b/gi,
    ([when], add) => add('periods', when!.toLowerCase()),
  ],
  [new RegExp(`\\b(${NUMBER_WORD})\\b`, 'gi'), ([word], add) => add('amounts', NUMBER_WORDS.get(word!.toLowerCase())!)],
  [
    /\b(first|second|third|fourth|fifth|final)\b(?!-hand)/gi,
    ([word], add) => add('ordinals', ORDINALS.get(word!.toLowerCase())!),
  ],
];

/** Takes what a text names exactly out of it. `rest` is the text without it. */
export function readFacts(text: string): { readonly facts: TextFacts; readonly rest: string } {
  if (!HINT.test(text)) return { facts: NO_FACTS, rest: text };
  const found: Record<Sort, readonly string[]> = { ...NO_FACTS };
  const add = (sort: Sort, value: string): void => {
    if (!found[sort].includes(value)) found[sort] = [...found[sort], value];
  };
  let rest = text;
  for (const [pattern, read] of /\d/.test(text) ? [...DIGIT_READERS, ...WORD_READERS] : WORD_READERS) {
    rest = rest.replace(pattern, (match: string, ...groups: unknown[]) =>
      read(
        groups.map((group) => (typeof group === 'string' ? group : '')),
        add,
        text,
      ) === false
        ? match
        : ' ',
    );
  }
  return { facts: Object.values(found).some((values) => values.length > 0) ? found : NO_FACTS, rest };
}

function addDay(add: (sort: Sort, value: string) => void, month: string, day: string): boolean {
  const at = MONTHS.findIndex((name) => name.startsWith(month.slice(0, 3).toLowerCase()));
  if (month === '' || Number(day) < 1 || Number(day) > 31) return false;
  add('days', `${at + 1}-${Number(day)}`);
  add('months', String(at + 1));
  return true;
}

function hourOf(written: string): number {
  const word = written.toLowerCase();
  return word === 'one' ? 1 : Number(NUMBER_WORDS.get(word) ?? word);
}

/** A time of day. From one to twelve it may be meant before or after noon, unless `half` says so. */
function timeOf(hour: number, minute: string, half: string): string {
  if (half === 'pm') return `${hour < 12 ? hour + 12 : hour}:${minute}`;
  if (half === 'am') return `${hour === 12 ? 0 : hour}:${minute}`;
  return `${hour}:${minute}${hour >= 1 && hour <= 12 && half !== 'uhr' ? '?' : ''}`;
}

const MINUTES_OF_A_DAY = 1440;
const DAY = 'd';
const MINUTE = 'min';

function durationOf(count: number, unit: string): string {
  const first = unit[0]!.toLowerCase();
  if (first === 'w' || first === 'd') return `${first === 'w' ? count * 7 : count} ${DAY}`;
  const minutes = first === 'h' ? count * 60 : count;
  return minutes % MINUTES_OF_A_DAY === 0 ? `${minutes / MINUTES_OF_A_DAY} ${DAY}` : `${minutes} ${MINUTE}`;
}

function amountOf(digits: string, scale: string): string {
  const plain = /^\d{1,3}(?:[,.]\d{3})+$/.test(digits) ? digits.replace(/[,.]/g, '') : digits.replace(',', '.');
  const factor = scale === '' ? 1 : /^(?:k|thousand)$/i.test(scale) ? 1000 : 1_000_000;
  return factor === 1 ? plain : String(Number(plain) * factor);
}

/** How each sort is compared, and when two of it are one. */
const SORTS: readonly (readonly [sort: Sort, isSame: (a: string, b: string) => boolean])[] = [
  ['amounts', Object.is],
  ['days', Object.is],
  ['months', Object.is],
  ['weekdays', Object.is],
  ['times', isSameTime],
  ['durations', Object.is],
  ['periods', Object.is],
  ['ordinals', Object.is],
  ['labels', Object.is],
];

/**
 * Whether two texts name different things exactly: not the same tickets, or, of one sort, each something that the other
 * does not. A text that leaves something out says nothing against the other.
 */
export function factsDiffer(a: TextFacts, b: TextFacts): boolean {
  if (a === NO_FACTS || b === NO_FACTS) return false;
  if (
    a.tickets.length > 0 &&
    b.tickets.length > 0 &&
    !(contains(a.tickets, b.tickets, isSameTicket) && contains(b.tickets, a.tickets, isSameTicket))
  )
    return true;
  return SORTS.some(
    ([sort, isSame]) =>
      a[sort].length > 0 &&
      b[sort].length > 0 &&
      !contains(a[sort], b[sort], isSame) &&
      !contains(b[sort], a[sort], isSame),
  );
}

function contains(all: readonly string[], some: readonly string[], isSame: (a: string, b: string) => boolean): boolean {
  return some.every((one) => all.some((other) => isSame(one, other)));
}

/** "SUP-4117" and "ticket 4117" may be one; "SUP-4117" and "NET-4117" are two. */
function isSameTicket(a: string, b: string): boolean {
  return a === b || a.endsWith(`-${b}`) || b.endsWith(`-${a}`);
}

/** "1:30" may be "13:30". */
function isSameTime(a: string, b: string): boolean {
  return a === b || ((a.endsWith('?') || b.endsWith('?')) && onDial(a) === onDial(b));
}

/** A time as a clock with hands shows it. */
export function onDial(time: string): string {
  const [hour, minute] = time.replace('?', '').split(':');
  return `${Number(hour) % 12}:${minute!}`;
}
