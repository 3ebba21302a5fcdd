import type { App, SettingDefinitionControl, SettingDefinitionItem, SettingGroupItem } from 'obsidian';
import type { Settings } from '../../core/settings';
import { SETTING_TEXTS, type SettingText, type TextSetting } from '../../core/setting-texts';
import { hasOwn } from '../../core/base/has-own';
import { words } from '../../words/words';
import { confirm } from '../prompts/confirm';

/** What the settings offer besides values. */
export interface SettingsOffers {
  /** How many actions the journal holds. */
  countChanges(): number;
  forgetChanges(): void;
  /** How many pairs of texts the user said are not the same. */
  countApart(): number;
  forgetApart(): void;
}

const { settings } = words;

type Item = SettingGroupItem<keyof Settings>;
type ToggleSetting = { [Key in keyof Settings]: Settings[Key] extends boolean ? Key : never }[keyof Settings] &
  keyof typeof settings;

/** All settings of the plugin: their names, what they mean, and how they are changed. */
export function settingDefinitions(app: App, offers: SettingsOffers): SettingDefinitionItem<keyof Settings>[] {
  return [
    group(settings.notes, [
      lines('noteTags'),
      lines('noteFolders'),
      lines('noteProperties'),
      lines('excludedFolders'),
      toggle('readOtherProposals'),
      {
        name: settings.dayOrder.name,
        desc: settings.dayOrder.desc,
        control: { type: 'dropdown', key: 'dayOrder', options: settings.dayOrder.orders },
      },
      lines('sectionWords'),
    ]),
    group(settings.accounts, [
      lines('accountKeys'),
      lines('accountFolders'),
      lines('accountTags'),
      lines('ownDomains'),
      {
        name: settings.accountTemplate.name,
        desc: settings.accountTemplate.desc,
        control: { type: 'textarea', key: 'accountTemplate', rows: 6, placeholder: settings.accountTemplate.example },
      },
    ]),
    group(settings.tasks, [lines('myNames'), lines('people'), lines('statusSymbols'), toggle('writeReasons')]),
    group(settings.proposals, [
      toggle('proposeOpenBoxes'),
      toggle('proposePlainItems'),
      lines('machineTags'),
      lines('machineFolders'),
      lines('machineProperties'),
    ]),
    group(settings.views, [
      {
        ...settings.accountSort,
        control: { type: 'dropdown', key: 'accountSort', options: words.accounts.sorts },
      },
      toggle('followNote'),
      toggle('letterKeys'),
      toggle('noteButtons'),
      toggle('proposedBoxes'),
      toggle('statusBar'),
    ]),
    group(settings.copies, [
      forgetting(settings.notTheSame, {
        label: settings.notTheSame.clear,
        count: () => offers.countApart(),
        forget() {
          offers.forgetApart();
          return true;
        },
      }),
    ]),
    group(settings.changes, [
      forgetting(settings.forget, {
        label: settings.forget.action,
        isDestructive: true,
        count: () => offers.countChanges(),
        forget: () => askToForget(app, offers),
      }),
    ]),
  ];
}

function group(heading: string, items: Item[]): SettingDefinitionItem<keyof Settings> {
  return { type: 'group', heading, items };
}

/** How a setting is written as text, or null where it is none. */
export function textOf(key: keyof Settings): SettingText | null {
  return hasOwn(SETTING_TEXTS, key) ? SETTING_TEXTS[key as TextSetting] : null;
}

function toggle(key: ToggleSetting): Item {
  return { ...settings[key], control: { type: 'toggle', key } };
}

function lines(key: TextSetting): SettingDefinitionControl<keyof Settings> {
  const { name, desc, example } = settings[key];
  return {
    name,
    desc,
    control: {
      type: 'textarea',
      key,
      rows: 3,
      placeholder: example,
      validate(text) {
        const parsed = SETTING_TEXTS[key].parse(text);
        return parsed.ok ? undefined : parsed.error;
      },
    },
  };
}

/** What a button forgets that is counted, and whether it did: a question may come before. */
interface Forgetting {
  readonly label: string;
  readonly isDestructive?: boolean;
  readonly count: () => number;
  readonly forget: () => boolean | Promise<boolean>;
}

/** A setting that is a button to forget something. It rests where there is nothing, and once it was pressed. */
function forgetting(
  { name, desc, aliases }: { readonly name: string; readonly desc: string; readonly aliases: string[] },
  { label, isDestructive = false, count, forget }: Forgetting,
): Item {
  return {
    name,
    desc,
    aliases,
    render: (setting) => {
      setting.addButton((button) => {
        button
          .setButtonText(label)
          .setDisabled(count() === 0)
          .onClick(async () => {
            if (await forget()) button.setDisabled(true);
          });
        if (isDestructive) button.setDestructive();
      });
    },
  };
}

/** Asks, forgets, and says whether it did. */
async function askToForget(app: App, offers: SettingsOffers): Promise<boolean> {
  const { title, text, action } = settings.forget;
  const wanted = await confirm(app, { title, text: text(offers.countChanges()), action, isDestructive: true });
  if (wanted) offers.forgetChanges();
  return wanted;
}
