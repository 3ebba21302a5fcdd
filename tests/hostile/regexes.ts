import { steepGrowth } from './growth';
import { attacksOn, attackText, type Attack } from './regex-attacks';
import { sourceRegexes } from './source-regexes';

/** What was tried, and each breach in a sentence. */
export interface Outcome {
  readonly tried: number;
  readonly breaches: readonly string[];
  /** What else there is to say. */
  readonly more?: string;
}

/** Times every regular expression of the source over texts made against it. */
export async function attackRegexes(root: string): Promise<Outcome> {
  const { found, unknown } = await sourceRegexes(root);
  const breaches = unknown.map(
    (at) => `${at}: made of what only the running plugin knows, so that nothing can time it`,
  );
  let attacks = 0;
  for (const { at, regex } of found) {
    const work = workOf(regex);
    for (const attack of attacksOn(regex)) {
      attacks++;
      const growth = steepGrowth((size) => work(attackText(attack, size)));
      if (growth === null) continue;
      const times = growth.times.map((time) => time.toFixed(2)).join(', ');
      breaches.push(
        `${at}: ${String(regex)} takes ${times} ms for ${growth.n}, ${2 * growth.n}, ${4 * growth.n} units of ${told(attack)}`,
      );
      break;
    }
  }
  return { tried: found.length, breaches, more: `${attacks} texts` };
}

/** Looks for all matches in a text, as whoever uses a global one does; for a sticky one at every place. */
function workOf(regex: RegExp): (text: string) => () => void {
  const isGlobal = regex.global || regex.sticky;
  const one = new RegExp(regex.source, regex.flags.replace('y', 'g'));
  return (text) => {
    // A text that was put together is made one piece before it is timed.
    text.charCodeAt(text.length - 1);
    return () => {
      one.lastIndex = 0;
      for (let match = one.exec(text); isGlobal && match !== null; match = one.exec(text))
        if (match[0] === '') one.lastIndex++;
    };
  };
}

function told({ before, pump, after }: Attack): string {
  return `${JSON.stringify(before)} + ${JSON.stringify(pump)} … + ${JSON.stringify(after)}`;
}
