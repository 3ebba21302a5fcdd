import { readArguments, refuse } from '../../scripts/workbench/arguments';
import { attackLeavingTexts } from './leaving';
import { attackRegexes, type Outcome } from './regexes';
import { attackSurfaces } from './surfaces';

declare const PROJECT_ROOT: string;

// Times every regular expression of the source over texts made against it, and shows hostile notes on every surface of
// the plugin in Chromium and in every text that leaves it. Ends with 1 where anything runs, is asked for, is drawn as
// an element, is lost, or holds the screen.
const usage = 'npm run hostile [-- --only regexes|leaving|surfaces]';
const args = readArguments(process.argv.slice(2), { only: { type: 'string' } }, usage);
if (!args.ok) refuse(args.error);
if (args.value.positionals.length > 0) refuse(`“${args.value.positionals[0]}” is not understood. Use: ${usage}`);

const ATTACKS: Readonly<Record<string, () => Outcome | Promise<Outcome>>> = {
  regexes: () => attackRegexes(PROJECT_ROOT),
  leaving: attackLeavingTexts,
  surfaces: attackSurfaces,
};
const only = args.value.values['only'];
const chosen = Object.entries(ATTACKS).filter(([name]) => only === undefined || name === only);
if (chosen.length === 0) refuse(`There is nothing to attack by that name. Use: ${usage}`);
let breaches = 0;
for (const [name, attack] of chosen) {
  const outcome = await attack();
  breaches += outcome.breaches.length;
  for (const breach of outcome.breaches) console.log(`✗ ${breach}`);
  console.log(
    `${name}: ${outcome.tried} tried, ${outcome.breaches.length} breaches${outcome.more === undefined ? '' : `; ${outcome.more}`}`,
  );
}
process.exit(breaches > 0 ? 1 : 0);
