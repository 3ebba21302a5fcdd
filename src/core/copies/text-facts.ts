/** What a text names exactly. Two texts that name different tickets, amounts or days are about different things, however alike their words are. */
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

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const MONTH = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(Object.entries({
  two: '2', both: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9', ten: '10', eleven: '11', twelve: '12', dozen: '12', fifteen: '15',
  sixteen: '16', eighteen: '18', twenty: '20', thirty: '30', forty: '40', fifty: '50', sixty: '60', seventy: '70', eighty: '80', ninety: '90', hundred: '100',
}));
const ORDINALS: ReadonlyMap<string, string> = new Map(Object.entries({ first: '1', second: '2', third: '3', fourth: '4', fifth: '5', last: 'last', final: 'last' }));
/** Nouns that a number or letter tells apart: "step one", "site A". */
const LABELLED = 'step|phase|stage|part|wave|lot|batch|round|tier|option|version|release|site|door|hall|line|building|floor|room|plan|zone|gate|block|group|variant|annex|appendix|section|bay|ward|wing|unit|area|level|milestone|sprint|week|day|module|track|region|plant|dock|pump|station|chiller';
/** What stands before a number without making it a ticket. */
const STANDARDS = /^(?:iso|utf|sha|aes|tls|rfc|en|iec|covid|win|ip|din|soc|pci|pt|rs|cat|usb|wpa|http|python|java|node|ca|no|nr)$/;
const PLAIN_TICKETS = /^(?:case|ticket|issue|bug|inc|incident|req|request|task|pr|chg|change|sr|cs|defect|call)$/;

/** Takes what a text names exactly out of it. `rest` is the text without it. */
export function readFacts(text: string): { readonly facts: TextFacts; readonly rest: string } {
  const found: Record<Sort, Set<string>> = {
    tickets: new Set(), amounts: new Set(), days: new Set(), months: new Set(), weekdays: new Set(), times: new Set(), periods: new Set(), ordinals: new Set(), labels: new Set(),
  };
  let rest = text;
  const take = (pattern: RegExp, read: (groups: readonly string[]) => boolean | void): void => {
    rest = rest.replace(pattern, (match: string, ...groups: unknown[]) => (read(groups.map((group) => (typeof group === 'string' ? group : ''))) === false ? match : ' '));
  };
  const addDay = (month: string, day: string): boolean => {
    const at = MONTHS.findIndex((name) => name.startsWith(month.replace('.', '').slice(0, 3).toLowerCase()));
    if (Number(day) < 1 || Number(day) > 31) return false;
    found.days.add(`${at + 1}-${Number(day)}`);
    found.months.add(String(at + 1));
    return true;
  };

  take(/\b(20\d\d)-(\d\d)-(\d\d)\b/g, ([, month, day]) => addDay(MONTHS[Number(month) - 1] ?? 'x', day!));
  take(/\b([A-Za-z]{2,10})[- ]?#?(\d{2,})\b(?![.,:]\d|%)/g, ([written, digits]) => {
    const prefix = written!.toLowerCase();
    const isKey = /^[A-Z]+$/.test(written!) && !STANDARDS.test(prefix) && !/^(?:Q|FY|H)$/.test(written!);
    if (PLAIN_TICKETS.test(prefix) && (isKey || digits!.length > 2)) found.tickets.add(digits!);
    else if (isKey && new RegExp(`${written!}-${digits!}`).test(text)) found.tickets.add(`${prefix}-${digits!}`);
    else return false;
    return true;
  });
  take(/#(\d{2,})\b/g, ([digits]) => void found.tickets.add(digits!));
  take(/\b(?:q([1-4])|([1-4])q|(first|second|third|fourth) quarter)\b/gi, ([a, b, word]) => void found.periods.add(`q${a! || b! || ORDINALS.get(word!.toLowerCase())!}`));
  take(/\b(?:h([12])|(first|second) half)\b/gi, ([half, word]) => void found.periods.add(`h${half! || ORDINALS.get(word!.toLowerCase())!}`));
  take(new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\s*(?:-|–|to|and|until|or)\\s*(\\d{1,2})(?:st|nd|rd|th)?)?(?: of)? (${MONTH})(?![a-z])`, 'gi'), ([day, until, month]) => addDay(month!, day!) && (until === '' || addDay(month!, until!)));
  take(new RegExp(`\\b(${MONTH}) (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?:\\s*(?:-|–|to|and|until|or)\\s*(\\d{1,2})(?:st|nd|rd|th)?)?(?![\\d:.,]*\\d)\\b`, 'gi'), ([month, day, until]) => addDay(month!, day!) && (until === '' || addDay(month!, until!)));
  take(/\b(\d{1,2})(?:[:.h](\d\d))? ?(am|pm|uhr|o'?clock)(?![a-z])|\b(\d{1,2}):(\d\d)\b/gi, ([hour, minute, half, hours, minutes]) => {
    const base = Number(hour! || hours!);
    found.times.add(`${half!.toLowerCase() === 'pm' && base < 12 ? base + 12 : base}:${minute! || minutes! || '00'}`);
  });
  take(new RegExp(`\\b(${LABELLED}) ([A-Z]|[IVX]{1,4})(?![\\w'])`, 'g'), ([, label]) => label !== 'I' && void found.labels.add(label!.toLowerCase()));
  take(new RegExp(`\\b(${LABELLED})s? (one)\\b`, 'gi'), () => void found.amounts.add('1'));
  take(/\b(january|february|march|april|may|june|july|august|september|october|november|december)\b/gi, ([month]) =>
    // "May" and "march" are months only where they are written like names.
    (/^(?:may|march)$/.test(month!) ? false : void found.months.add(String(MONTHS.indexOf(month!.toLowerCase()) + 1))));
  take(/\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?\b/gi, ([name]) => void found.weekdays.add(String(WEEKDAYS.indexOf(name!.toLowerCase()))));
  take(/\b(today|tomorrow|(?:this|next) (?:week|month|quarter|year))\b/gi, ([when]) => void found.periods.add(when!.toLowerCase()));
  take(/\b(?:FY ?)?((?:19|20)\d\d)\b(?! (?:eur|usd|users|units|euros|dollars))/g, ([year]) => void found.periods.add(year!));
  take(/(?:^|[^\w.])[v€$£]?(\d+(?:[.,]\d+)*)(?:st|nd|rd|th)?\s?(k|thousand|million|m(?= euro|illion))?(?![a-z]*\d)/gi, ([digits, scale]) => void found.amounts.add(amountOf(digits!, scale!)));
  take(/\b(two|both|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)\b/gi, ([word]) => void found.amounts.add(NUMBER_WORDS.get(word!.toLowerCase())!));
  take(/\b(first|second|third|fourth|fifth|final)\b(?!-hand)/gi, ([word]) => void found.ordinals.add(ORDINALS.get(word!.toLowerCase())!));
  const facts = Object.fromEntries(Object.entries(found).map(([sort, values]) => [sort, [...values].sort()])) as unknown as TextFacts;
  return { facts, rest };
}

function amountOf(digits: string, scale: string): string {
  const plain = /^\d{1,3}(?:[,.]\d{3})+$/.test(digits) ? digits.replace(/[,.]/g, '') : digits.replace(',', '.');
  const factor = scale === '' ? 1 : /^(?:k|thousand)$/i.test(scale) ? 1000 : 1_000_000;
  return factor === 1 ? plain : String(Number(plain) * factor);
}

const SORTS: readonly Sort[] = ['amounts', 'days', 'months', 'weekdays', 'times', 'periods', 'ordinals', 'labels'];

/**
 * Whether two texts name different things exactly: not the same tickets, or, of one sort, each something that the other does not. A text that leaves
 * something out says nothing against the other.
 */
export function factsDiffer(a: TextFacts, b: TextFacts): boolean {
  if (a.tickets.length > 0 && b.tickets.length > 0 && !(contains(a.tickets, b.tickets, isSameTicket) && contains(b.tickets, a.tickets, isSameTicket))) return true;
  return SORTS.some((sort) => a[sort].length > 0 && b[sort].length > 0 && !contains(a[sort], b[sort]) && !contains(b[sort], a[sort]));
}

function contains(all: readonly string[], some: readonly string[], same: (a: string, b: string) => boolean = (a, b) => a === b): boolean {
  return some.every((one) => all.some((other) => same(one, other)));
}

/** "SUP-4117" and "ticket 4117" may be one; "SUP-4117" and "NET-4117" are two. */
function isSameTicket(a: string, b: string): boolean {
  return a === b || a.endsWith(`-${b}`) || b.endsWith(`-${a}`);
}
