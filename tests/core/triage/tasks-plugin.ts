/** What the Tasks plugin holds of a line. */
export interface TasksReading {
  readonly fields: ReadonlyMap<string, string>;
  readonly blockLink: string;
}

type Format = 'emoji' | 'dataview';

const ID = '[a-zA-Z0-9-_]+';
const VALUES = {
  priority: '',
  done: String.raw`(\d{4}-\d{2}-\d{2})`,
  cancelled: String.raw`(\d{4}-\d{2}-\d{2})`,
  due: String.raw`(\d{4}-\d{2}-\d{2})`,
  scheduled: String.raw`(\d{4}-\d{2}-\d{2})`,
  start: String.raw`(\d{4}-\d{2}-\d{2})`,
  created: String.raw`(\d{4}-\d{2}-\d{2})`,
  recurrence: '([a-zA-Z0-9, !]+)',
  'on-completion': '([a-zA-Z]+)',
  id: `(${ID})`,
  'depends-on': `(${ID}(?: *, *${ID} *)*)`,
} as const;
type FieldName = keyof typeof VALUES;

const EMOJI: Readonly<Record<FieldName, string>> = {
  priority: '(🔺|⏫|🔼|🔽|⏬)',
  done: '✅',
  cancelled: '❌',
  due: '(?:📅|📆|🗓)',
  scheduled: '(?:⏳|⌛)',
  start: '🛫',
  created: '➕',
  recurrence: '🔁',
  'on-completion': '🏁',
  id: '🆔',
  'depends-on': '⛔',
};
const KEYS: Readonly<Record<FieldName, string>> = {
  priority: 'priority',
  done: 'completion',
  cancelled: 'cancelled',
  due: 'due',
  scheduled: 'scheduled',
  start: 'start',
  created: 'created',
  recurrence: 'repeat',
  'on-completion': 'onCompletion',
  id: 'id',
  'depends-on': 'dependsOn',
};
const LEVELS = ['highest', 'high', 'medium', 'low', 'lowest'];
const SIGNS = ['🔺', '⏫', '🔼', '🔽', '⏬'];

const NAMES = Object.keys(VALUES) as readonly FieldName[];
const FIELDS: Readonly<Record<Format, readonly (readonly [FieldName | 'tag', RegExp])[]>> = {
  emoji: withTags((name) => new RegExp(`${EMOJI[name]}\ufe0f?${VALUES[name] === '' ? '' : ` *${VALUES[name]}`}$`)),
  dataview: withTags((name) => {
    const value = name === 'priority' ? `(${LEVELS.join('|')})` : VALUES[name];
    return new RegExp(String.raw`(?:(?=[^\]]+\])\[|(?=[^)]+\))\() *${KEYS[name]}:: *${value} *[)\]](?: *,)?$`);
  }),
};

/** The tags come behind the fields that hold no id, as in that plugin. */
function withTags(regexOf: (name: FieldName) => RegExp): readonly (readonly [FieldName | 'tag', RegExp])[] {
  const all = NAMES.map((name) => [name, regexOf(name)] as const);
  return [...all.slice(0, 9), ['tag', /(?:^|\s)#[^ !@#$%^&*(),.?":{}|<>]+$/], ...all.slice(9)];
}

/**
 * Reads a task line as the Tasks plugin documents that it does: a block link at the end, then field by field and tag by
 * tag from the end backwards, until nothing that it knows stands there. What stands further left wins.
 */
export function readAsTasks(raw: string, format: Format): TasksReading {
  let rest = raw.replace(/^[\s>]*(?:(?:[-*+]|\d+[.)]) +)+\[.\] */u, '').trim();
  const blockLink = / \^[a-zA-Z0-9-]+$/u.exec(rest)?.[0] ?? '';
  rest = rest.slice(0, rest.length - blockLink.length).trim();
  const fields = new Map<string, string>();
  for (let matched = true, runs = 0; matched && runs <= 20; runs++) {
    matched = false;
    for (const [name, regex] of FIELDS[format]) {
      const match = regex.exec(rest);
      if (match === null) continue;
      matched = true;
      rest = rest.slice(0, match.index).trim();
      const value = (match[1] ?? match[0]).trim();
      if (name === 'tag') fields.set(`tag ${value}`, value);
      else fields.set(name, LEVELS[SIGNS.indexOf(value)] ?? value);
    }
  }
  return { fields, blockLink };
}
