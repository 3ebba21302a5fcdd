import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readArguments, refuse } from '../workbench/arguments';
import { judgePairs, type LabelledPair, type Quality } from './copies/judge-pairs';

declare const PROJECT_ROOT: string;

// Measures the quality of what is found, on invented pairs that were labelled by hand. Thresholds are chosen on the tuned half; the blind half was
// written without a look at the code, and its figure is the one that counts. With --json: `copies: {precision, recall, pairs}` of the blind half.
const usage = 'npm run evaluate [-- --json | -- --faults]';
const args = readArguments(process.argv.slice(2), { json: { type: 'boolean' }, faults: { type: 'boolean' } }, usage);
if (!args.ok) refuse(args.error);
if (args.value.positionals.length > 0) refuse(`“${args.value.positionals[0]}” is not understood. Use: ${usage}`);

const tuned = judgePairs(await pairsOf('tuned'));
const blind = await exists('blind') ? judgePairs(await pairsOf('blind')) : null;
if (args.value.values['json'] === true) console.log(JSON.stringify({ copies: blind === null ? null : figures(blind), tuned: { copies: figures(tuned) } }, null, 2));
else {
  console.log(blind === null ? 'copies, blind half: there is none' : lineOf('copies, blind half', blind));
  console.log(lineOf('copies, tuned half', tuned));
  // Of the tuned half alone: who reads the faults of the blind half tunes to it.
  if (args.value.values['faults'] === true) tuned.faults.forEach((fault) => console.log(fault));
}

async function pairsOf(half: 'tuned' | 'blind'): Promise<readonly LabelledPair[]> {
  return JSON.parse(await readFile(fileOf(half), 'utf8')) as readonly LabelledPair[];
}

function exists(half: 'blind'): Promise<boolean> {
  return access(fileOf(half)).then(() => true, () => false);
}

function fileOf(half: 'tuned' | 'blind'): string {
  return join(PROJECT_ROOT, 'evaluation', 'copies', `${half}.json`);
}

function figures({ precision, recall, pairs }: Quality): Pick<Quality, 'precision' | 'recall' | 'pairs'> {
  return { precision: Number(precision.toFixed(3)), recall: Number(recall.toFixed(3)), pairs };
}

function lineOf(name: string, { precision, recall, pairs }: Quality): string {
  return `${name}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, ${pairs} pairs`;
}
