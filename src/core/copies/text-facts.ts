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
  readonly times: readonly string[];
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

const NO_FACTS: TextFacts = {
  tickets: [],
  amounts: [],
  days: [],
  months: [],
  weekdays: [],
  times: [],
  periods: [],
  ordinals: [],
  labels: [],
};
const NUMBER_WORD = [...NUMBER_WORDS.keys()].join('|');
const LONG_MONTH = MONTHS.join('|');
const WEEKDAY = WEEKDAYS.join('|');
const UNTIL = '(?:\\s*(?:-|–|to|and|until|or)\\s*(\\d{1,2})(?:st|nd|rd|th)?)?';
/** Most texts name nothing of all this, and one look tells so. */
const HINT = new RegExp(
  `\\d|\\b(?:${LONG_MONTH}|${WEEKDAY}|${NUMBER_WORD}|first|second|third|fourth|fifth|final|today|tomorrow|this|next|one)|\\b(?:${LABELLED}) [A-Z]`,
  'i',
);

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
    ([hour, minute, half, hours, minutes], add) => {
      const base = Number(hour! || hours!);
      add('times', `${half!.toLowerCase() === 'pm' && base < 12 ? base + 12 : base}:${minute! || minutes! || '00'}`);
    },
  ],
  [/\b(?:FY ?)?((?:19|20)\d\d)\b(?! (?:eur|usd|users|units|euros|dollars))/g, ([year], add) => add('periods', year!)],
  [
    /(?:^|[^\w.])[v€$£]?(\d+(?:[.,]\d+)*)(?:st|nd|rd|th)?\s?(k|thousand|million|m(?= euro|illion))?(?![a-z]*\d)/gi,
    ([digits, scale], add) => add('amounts', amountOf(digits!, scale!)),
  ],
];

const WORD_READERS: readonly Reader[] = [
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
  const found: Record<Sort, string[]> = {
    tickets: [],
    amounts: [],
    days: [],
    months: [],
    weekdays: [],
    times: [],
    periods: [],
    ordinals: [],
    labels: [],
  };
  const add = (sort: Sort, value: string): void => {
    if (!found[sort].includes(value)) found[sort].push(value);
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
  return { facts: found, rest };
}

function addDay(add: (sort: Sort, value: string) => void, month: string, day: string): boolean {
  const at = MONTHS.findIndex((name) => name.startsWith(month.slice(0, 3).toLowerCase()));
  if (month === '' || Number(day) < 1 || Number(day) > 31) return false;
  add('days', `${at + 1}-${Number(day)}`);
  add('months', String(at + 1));
  return true;
}

function amountOf(digits: string, scale: string): string {
  const plain = /^\d{1,3}(?:[,.]\d{3})+$/.test(digits) ? digits.replace(/[,.]/g, '') : digits.replace(',', '.');
  const factor = scale === '' ? 1 : /^(?:k|thousand)$/i.test(scale) ? 1000 : 1_000_000;
  return factor === 1 ? plain : String(Number(plain) * factor);
}

const SORTS: readonly Sort[] = ['amounts', 'days', 'months', 'weekdays', 'times', 'periods', 'ordinals', 'labels'];

/**
 * Whether two texts name different things exactly: not the same tickets, or, of one sort, each something that the other
 * does not. A text that leaves something out says nothing against the other.
 */
export function factsDiffer(a: TextFacts, b: TextFacts): boolean {
  if (
    a.tickets.length > 0 &&
    b.tickets.length > 0 &&
    !(contains(a.tickets, b.tickets, isSameTicket) && contains(b.tickets, a.tickets, isSameTicket))
  )
    return true;
  return SORTS.some(
    (sort) => a[sort].length > 0 && b[sort].length > 0 && !contains(a[sort], b[sort]) && !contains(b[sort], a[sort]),
  );
}

function contains(
  all: readonly string[],
  some: readonly string[],
  same: (a: string, b: string) => boolean = (a, b) => a === b,
): boolean {
  return some.every((one) => all.some((other) => same(one, other)));
}

/** "SUP-4117" and "ticket 4117" may be one; "SUP-4117" and "NET-4117" are two. */
function isSameTicket(a: string, b: string): boolean {
  return a === b || a.endsWith(`-${b}`) || b.endsWith(`-${a}`);
}
