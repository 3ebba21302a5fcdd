/** What a stranger may have a machine write into a note. All HTML carries `data-hostile`, all code calls `hostile()`. */
const FRAGMENTS: readonly string[] = [
  '<img data-hostile src="https://hostile.example/a.png" onerror="hostile()">',
  '<script data-hostile>hostile()</script>',
  '<svg data-hostile onload="hostile()"></svg>',
  '<iframe data-hostile src="https://hostile.example/"></iframe>',
  '<style data-hostile>*{background:url(https://hostile.example/b)}</style>',
  '<a data-hostile href="javascript:hostile()">link</a>',
  '<details data-hostile open ontoggle="hostile()">',
  '<input data-hostile autofocus onfocus="hostile()">',
  '<b data-hostile>bold</b>',
  '<!-- gone -->',
  'https://a.example/x<img data-hostile src=x onerror=hostile()>',
  '![picture](https://hostile.example/c.png)',
  '![[Hostile]]',
  '[click](javascript:hostile())',
  '[click](data:text/html,<script data-hostile>hostile()</script>)',
  '[click](obsidian://open?vault=x)',
  '[[Evil|words]]',
  '`$= hostile()`',
  '`= hostile()`',
  '<%* hostile() %>',
  '<% hostile() %>',
  '{{title}}',
  '%% comment %%',
  '```dataviewjs',
  '~~~',
  '$$x$$',
  '#tag #proposed',
  '^block',
  '[due:: 2026-03-06]',
  '(confirmed:: 2026-03-06)',
  '📅 2026-03-06 ⏫',
  '\u202eexe.txt\u202c',
  '\u200b\u2066\u00ad',
  '\u0007\u001b[31mred\u001b[0m',
  '__proto__ constructor',
  '${hostile()}',
  '"\'`&lt;&#60;',
  '| a | b |',
  '\\',
  '`'.repeat(400),
  '*'.repeat(400),
  '[['.repeat(200),
  ' '.repeat(400),
  'word '.repeat(300).trim(),
  'x'.repeat(900),
  'e\u0301'.repeat(300),
  '[confirmed:: '.repeat(60),
  '> '.repeat(100),
];

/** A hostile text between two words that must come through wherever it is shown. */
export interface Payload {
  readonly first: string;
  readonly last: string;
  readonly text: string;
}

export const PAYLOADS: readonly Payload[] = FRAGMENTS.map((fragment, index) => {
  const [first, last] = [`Zq${index}a`, `Zq${index}z`];
  return { first, last, text: `${first} ${fragment} ${last}` };
});

/** A meeting note that says a payload in each of its places. */
export function hostileNote({ text }: Payload, account: string | null): string {
  const quoted = JSON.stringify(text.replace(/\p{Cc}/gu, ' '));
  return [
    '---',
    `title: ${quoted}`,
    'date: "2026-11-10"',
    ...(account === null ? [] : [`account: ${JSON.stringify(account)}`]),
    `participants: [${quoted}]`,
    'tags: ["type/customer"]',
    '---',
    '',
    '## Summary',
    '',
    `Said ${text}`,
    '',
    `## Action Items`,
    '',
    `- [?] Send ${text} @Myself #task #proposed`,
    // So unlike the proposal that it decides it no more than another note would.
    `- [ ] Ask the harbour master for a quay with shore power from March on, and pass on ${text} @Dario Vitale #task`,
    '',
    '## Key Decisions',
    '',
    `- Agreed ${text}`,
    '',
    '## Key Facts',
    '',
    `- Known ${text}`,
    '',
  ].join('\n');
}
