import type { Settings } from '../settings';
import type { Task } from '../task/task';
import type { FrontMatter } from './front-matter';
import { foldKey } from './key-words';
import { isInFolder } from './note';

/** What is proposed in a note besides `[?]` and `#proposed`: below a heading of action items alone. */
export interface Proposing {
  /** Open boxes without a ➕. */
  readonly boxes: boolean;
  /** List items without a box. */
  readonly items: boolean;
}

export const NO_PROPOSING: Proposing = { boxes: false, items: false };

/** Whether an open box waits for a decision: accepting it writes the day it was made. */
export function isProposal({ status, created }: Pick<Task, 'status' | 'created'>): boolean {
  return status === 'open' && created === null;
}

/** How a user tells notes that a machine wrote from others, and what is proposed in them. */
export interface MachineRules extends Proposing {
  /** In lower case. */
  readonly tags: readonly string[];
  readonly folders: readonly string[];
  readonly properties: readonly Property[];
}

/** A key of the front matter, folded, and the value that it must have, in lower case; null: any. */
export interface Property {
  readonly key: string;
  readonly value: string | null;
}

/** The part of the settings that says what is proposed. */
export function machineRules(settings: Settings): MachineRules {
  return {
    boxes: settings.proposeOpenBoxes,
    items: settings.proposePlainItems,
    tags: settings.machineTags.map((tag) => tag.toLowerCase()),
    folders: settings.machineFolders,
    properties: settings.machineProperties.map(propertyOf),
  };
}

/** The property that an item of a setting means: `source: granola`. */
export function propertyOf(item: string): Property {
  const colon = item.indexOf(':');
  const value = item.slice(colon + 1).trim();
  return colon === -1
    ? { key: foldKey(item), value: null }
    : { key: foldKey(item.slice(0, colon).trim()), value: value.toLowerCase() };
}

/** What is proposed in a note: only in those that a machine wrote is it more than what is marked. `tags`: all of it. */
export function proposingIn(
  { boxes, items, tags: wanted, folders, properties }: MachineRules,
  note: { readonly path: string; readonly tags: () => readonly string[]; readonly frontMatter: FrontMatter },
): Proposing {
  if (!boxes && !items) return NO_PROPOSING;
  const isMachines =
    isInFolder(note.path, folders) ||
    properties.some((property) => hasProperty(note.frontMatter, property)) ||
    (wanted.length > 0 &&
      note.tags().some((tag) => {
        const folded = tag.toLowerCase();
        return wanted.some((want) => folded === want || folded.startsWith(`${want}/`));
      }));
  return isMachines ? { boxes, items } : NO_PROPOSING;
}

/** Whether front matter has a property, in a list too. */
export function hasProperty(frontMatter: FrontMatter, { key, value }: Property): boolean {
  if (!frontMatter.has(key)) return false;
  if (value === null) return true;
  const said = [frontMatter.text(key), ...frontMatter.list(key)];
  return said.some((one) => one?.trim().toLowerCase() === value);
}
