import { fail, succeed, type Result } from '../base/result';
import { baseName, folderOf, isFolderPageName } from '../note/note';
import { yamlScalar } from '../note/yaml-scalar';
import { escapeSigns } from '../text/escape';
import { isPlaceholder } from '../note/placeholder';
import { visible } from '../text/inline';
import { scanLines } from '../text/lines';
import { foldSpace } from '../text/space';
import { accountKey } from './names';
import { words } from '../../words/words';

/** A note that is not there yet. */
export interface NewPage {
  readonly path: string;
  readonly text: string;
}

/** What a new account page is made of. */
export interface PageRequest {
  readonly name: string;
  /** The paths of the account pages that there are. */
  readonly pages: readonly string[];
  /** The text of a new page: `{{name}}` and `{{tag}}` are filled, all else stays. */
  readonly template: string;
  /** The tag by which notes are ours, without `#`. */
  readonly tag: string;
  /** Whether a note of this path would be read: some folders are left out. */
  readonly isRead: (path: string) => boolean;
}

/**
 * The page of an account that has none, or why there can be none. It goes where most account pages are: in a folder of
 * its own (`Customers/Blue Heron/README.md`) or beside them (`Customers/Blue Heron.md`); where there are none, into
 * `Accounts`. Whether a note of this path is there already, the caller has to look.
 */
export function newAccountPage({ name: given, pages, template, tag, isRead }: PageRequest): Result<NewPage> {
  const name = foldSpace(given);
  const refused = (why: string): Result<never> =>
    fail(words.assign.page.refused(visible([...name].slice(0, LONGEST_NAME).join('')), why));
  const file = fileNameOf(name);
  if (name.length > LONGEST_NAME) return refused(words.assign.page.long);
  if (name.includes('{{')) return refused(words.assign.page.template);
  if (file === '' || accountKey(file) !== accountKey(name)) return refused(words.assign.page.noFile);
  if (isPlaceholder(name)) return refused(words.assign.page.placeholder);
  const places = new Map<string, number>();
  for (const place of pages.flatMap(placeOf)) places.set(place, (places.get(place) ?? 0) + 1);
  const [most = 'Accounts/:'] = [...places].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([place]) => place);
  const path = `${most.replaceAll(':', () => file)}.md`;
  if (!placeOf(path).includes(most)) return refused(words.assign.page.folder);
  if (!isRead(path)) return refused(words.assign.page.excluded(path));
  return succeed({ path, text: fillTemplate(template, name, tag) });
}

/**
 * Where a page is, with `:`, which no path holds, for the name of its account, without `.md`; none for a page at the
 * top that is called `README`.
 */
function placeOf(path: string): readonly string[] {
  const base = baseName(path);
  const folder = folderOf(path);
  const own = baseName(folder);
  const below = (parent: string, rest: string): string => (parent === '' ? rest : `${parent}/${rest}`);
  if (isFolderPageName(base)) return folder === '' ? [] : [below(folderOf(folder), `:/${base}`)];
  return [folder !== '' && accountKey(base) === accountKey(own) ? below(folderOf(folder), ':/:') : below(folder, ':')];
}

/** In UTF-16 units, each up to three bytes; a file name may have 255. */
const LONGEST_NAME = 80;
/**
 * Signs that Obsidian, Windows or links forbid in a file name, and those that cannot be seen but for the joiner within
 * an emoji.
 */
const FORBIDDEN = /[\\/:*?"<>|#^[\]\p{Cc}\p{Cs}\u2028\u2029]|(?!\u200d)\p{Cf}/gu;
/** Names that Windows keeps for devices, whatever follows a dot. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * An account's name as a file or a folder may be called, in composed letters as paths of a vault are; empty where
 * nothing of it may.
 */
export function fileNameOf(name: string): string {
  const safe = foldSpace(name.normalize('NFC').replace(FORBIDDEN, ' ')).replace(/^[. ]+/, '');
  let end = safe.length;
  while (safe[end - 1] === '.' || safe[end - 1] === ' ') end--;
  return safe.slice(0, end).replace(RESERVED, '$&-');
}

/** The template with its placeholders filled. In front matter the name is written as YAML wants it. */
function fillTemplate(template: string, name: string, tag: string): string {
  const quoted = (quotes: '"' | "'", text: string): string =>
    text.replaceAll('{{name}}', () => yamlScalar(name, quotes, false).slice(1, -1));
  const inMatter = (line: string): string =>
    line.replace(/"[^"]*"|'[^']*'|\{\{name\}\}/g, (part) =>
      part.startsWith('{') ? yamlScalar(name, '', true) : quoted(part.startsWith('"') ? '"' : "'", part),
    );
  return scanLines(template)
    .map(
      ({ kind, text, end }) =>
        (kind === 'front-matter' ? inMatter(text) : text.replaceAll('{{name}}', () => escapeSigns(name))) + end,
    )
    .join('')
    .replaceAll('{{tag}}', () => tag);
}
