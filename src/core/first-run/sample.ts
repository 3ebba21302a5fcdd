import { plusDays, type Day } from '../base/day';
import { words } from '../../words/words';

/** A note as a machine writes it, with proposals to try, that carries this tag. */
export function sampleNote(tag: string, today: Day): { readonly name: string; readonly text: string } {
  const { name, account, people, summary, decisions, actions, note } = words.firstRun.sample;
  const [actionsHeading, ...lines] = actions;
  const due = [` 📅 ${plusDays(today, 3)}`, ' ⏫', ''];
  const tasks = lines.map((line, at) => `- [?] ${line} @${people[1]}${due[at] ?? ''} #proposed`);
  const text = [
    '---',
    `title: ${name}`,
    `date: ${today}`,
    `account: ${account}`,
    `participants: [${people.join(', ')}]`,
    `tags: [${tag}]`,
    '---',
    '',
    note,
    ...[
      [summary[0], summary[1]],
      [decisions[0], `- ${decisions[1]}`],
      [actionsHeading, tasks.join('\n')],
    ].flatMap(([heading, body]) => ['', `## ${heading}`, '', body]),
    '',
  ].join('\n');
  return { name, text };
}
