import type { App, BasesConfigFile, BasesConfigFileFilter, BasesPropertyId, TFile } from 'obsidian';
import { asPropertyId, BasesQueryResult, type BasesViewConfig } from './bases';
import { BasesEntry, BasesEntryGroup } from './bases-entry';
import { NullValue, NumberValue, Value } from './bases-value';
import { getAllTags } from '../metadata/front-matter-fields';
import { parseYaml } from '../metadata/yaml';

const CONDITION = /^(!?)\s*file\.(inFolder|hasTag)\(\s*(?:"([^"]*)"|'([^']*)')\s*\)$/;

/** A base file's text as what it says. Throws where it is no YAML or no base. */
export function readBase(text: string): BasesConfigFile {
  const config = parseYaml(text) ?? {};
  if (typeof config !== 'object' || Array.isArray(config)) throw new Error('it is no base');
  return config;
}

/**
 * The notes that a base lists for one of its views. No query engine: `file.inFolder("…")` and `file.hasTag("…")`, with
 * `!`, `and`, `or`, `not`, in `filters`; `sort`, `order` and `groupBy` by properties. Throws at a filter that says
 * anything else.
 */
export function runBase(app: App, config: BasesConfigFile, view: BasesViewConfig): BasesQueryResult {
  const filters = [config.filters, view.get('filters') as BasesConfigFileFilter | undefined].filter(
    (filter) => filter !== undefined,
  );
  const entries = app.vault
    .getMarkdownFiles()
    .filter((file) => filters.every((filter) => passes(app, file, filter)))
    .sort((a, b) => a.path.localeCompare(b.path))
    .map((file) => new BasesEntry(app, file));
  for (const { property, direction } of view.getSort().reverse())
    entries.sort(byValue((entry) => entry.getValue(property), direction));
  return new BasesQueryResult(group(entries, view), view.getOrder());
}

/** All properties that these entries have. */
export function propertiesOf(app: App, entries: readonly BasesEntry[]): BasesPropertyId[] {
  const names = new Set(
    entries.flatMap(({ file }) => Object.keys(app.metadataCache.getFileCache(file)?.frontmatter ?? {})),
  );
  return ['file.name', 'file.folder', ...[...names].map((name): BasesPropertyId => `note.${name}`)];
}

function passes(app: App, file: TFile, filter: BasesConfigFileFilter): boolean {
  if (typeof filter === 'string') return holds(app, file, filter);
  const { and, or, not } = filter as {
    and?: BasesConfigFileFilter[];
    or?: BasesConfigFileFilter[];
    not?: BasesConfigFileFilter[];
  };
  if (and) return and.every((inner) => passes(app, file, inner));
  if (or) return or.some((inner) => passes(app, file, inner));
  return !(not ?? []).some((inner) => passes(app, file, inner));
}

function holds(app: App, file: TFile, condition: string): boolean {
  const match = CONDITION.exec(condition.trim());
  if (!match) throw new Error(`the filter ${condition} is left out here`);
  const [, negated, what, ...texts] = match;
  const wanted = texts.find((text) => text !== undefined) ?? '';
  return (what === 'inFolder' ? file.path.startsWith(`${wanted}/`) : hasTag(app, file, wanted)) !== (negated === '!');
}

/** A tag stands for those below it, too. */
function hasTag(app: App, file: TFile, wanted: string): boolean {
  const cache = app.metadataCache.getFileCache(file);
  const tag = `#${wanted.replace(/^#/, '')}`.toLowerCase();
  return ((cache && getAllTags(cache)) ?? []).some((own) => `${own.toLowerCase()}/`.startsWith(`${tag}/`));
}

function group(entries: BasesEntry[], view: BasesViewConfig): BasesEntryGroup[] {
  const groupBy = view.get('groupBy') as { property?: unknown; direction?: unknown } | string | undefined;
  const property = asPropertyId(typeof groupBy === 'object' ? groupBy?.property : groupBy);
  if (!property) return [new BasesEntryGroup(undefined, entries)];
  const groups: BasesEntryGroup[] = [];
  for (const entry of entries) {
    const key = entry.getValue(property) ?? NullValue.value;
    const there = groups.find((other) => Value.equals(other.key ?? null, key));
    if (there) there.entries.push(entry);
    else groups.push(new BasesEntryGroup(key, [entry]));
  }
  return groups.sort(
    byValue(({ key }) => key ?? null, typeof groupBy === 'object' && groupBy?.direction === 'DESC' ? 'DESC' : 'ASC'),
  );
}

/** What has no value comes last, in either direction. */
function byValue<T>(valueOf: (item: T) => Value | null, direction: 'ASC' | 'DESC'): (a: T, b: T) => number {
  const sign = direction === 'DESC' ? -1 : 1;
  return (one, other) => {
    const [a, b] = [valueOf(one), valueOf(other)];
    const missing = Number(!a || a === NullValue.value) - Number(!b || b === NullValue.value);
    if (missing !== 0 || !a || !b) return missing;
    return (
      sign *
      (a instanceof NumberValue && b instanceof NumberValue
        ? a.data - b.data
        : a.toString().localeCompare(b.toString()))
    );
  };
}
