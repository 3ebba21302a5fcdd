import type { App, SettingDefinitionControl, SettingDefinitionItem } from 'obsidian';
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

/** All settings of the plugin: their names, what they mean, and how they are changed. */
export function settingDefinitions(app: App, offers: SettingsOffers): SettingDefinitionItem<keyof Settings>[] {
  return [
    {
      type: 'group',
      heading: settings.notes,
      items: [
        lines('noteTags'),
        lines('noteFolders'),
        lines('noteProperties'),
        lines('excludedFolders'),
        {
          ...settings.readOtherProposals,
          control: { type: 'toggle', key: 'readOtherProposals' },
        },
        {
          name: settings.dayOrder.name,
          desc: settings.dayOrder.desc,
          control: { type: 'dropdown', key: 'dayOrder', options: settings.dayOrder.orders },
        },
        lines('sectionWords'),
      ],
    },
    {
      type: 'group',
      heading: settings.accounts,
      items: [
        lines('accountKeys'),
        lines('accountFolders'),
        lines('accountTags'),
        lines('ownDomains'),
        {
          name: settings.accountTemplate.name,
          desc: settings.accountTemplate.desc,
          control: { type: 'textarea', key: 'accountTemplate', rows: 6, placeholder: settings.accountTemplate.example },
        },
      ],
    },
    {
      type: 'group',
      heading: settings.tasks,
      items: [
        lines('myNames'),
        lines('people'),
        lines('statusSymbols'),
        { ...settings.writeReasons, control: { type: 'toggle', key: 'writeReasons' } },
      ],
    },
    {
      type: 'group',
      heading: settings.proposals,
      items: [
        {
          ...settings.proposeOpenBoxes,
          control: { type: 'toggle', key: 'proposeOpenBoxes' },
        },
        {
          ...settings.proposePlainItems,
          control: { type: 'toggle', key: 'proposePlainItems' },
        },
        lines('machineTags'),
        lines('machineFolders'),
        lines('machineProperties'),
      ],
    },
    {
      type: 'group',
      heading: settings.views,
      items: [
        {
          ...settings.accountSort,
          control: { type: 'dropdown', key: 'accountSort', options: words.accounts.sorts },
        },
        {
          ...settings.followNote,
          control: { type: 'toggle', key: 'followNote' },
        },
        {
          ...settings.letterKeys,
          control: { type: 'toggle', key: 'letterKeys' },
        },
        {
          ...settings.noteButtons,
          control: { type: 'toggle', key: 'noteButtons' },
        },
        {
          ...settings.proposedBoxes,
          control: { type: 'toggle', key: 'proposedBoxes' },
        },
        {
          ...settings.statusBar,
          control: { type: 'toggle', key: 'statusBar' },
        },
      ],
    },
    {
      type: 'group',
      heading: settings.copies,
      items: [
        {
          name: settings.notTheSame.name,
          desc: settings.notTheSame.desc,
          aliases: settings.notTheSame.aliases,
          render: (setting) => {
            setting.addButton((button) =>
              button
                .setButtonText(settings.notTheSame.clear)
                .setDisabled(offers.countApart() === 0)
                .onClick(() => {
                  offers.forgetApart();
                  button.setDisabled(true);
                }),
            );
          },
        },
      ],
    },
    {
      type: 'group',
      heading: settings.changes,
      items: [
        {
          name: settings.forget.name,
          desc: settings.forget.desc,
          aliases: settings.forget.aliases,
          render: (setting) => {
            setting.addButton((button) =>
              button
                .setButtonText(settings.forget.action)
                .setDestructive()
                .setDisabled(offers.countChanges() === 0)
                .onClick(async () => {
                  if (await askToForget(app, offers)) button.setDisabled(true);
                }),
            );
          },
        },
      ],
    },
  ];
}

/** How a setting is written as text, or null where it is none. */
export function textOf(key: keyof Settings): SettingText | null {
  return hasOwn(SETTING_TEXTS, key) ? SETTING_TEXTS[key as TextSetting] : null;
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

/** Asks, forgets, and says whether it did. */
async function askToForget(app: App, offers: SettingsOffers): Promise<boolean> {
  const { title, text, action } = settings.forget;
  const wanted = await confirm(app, { title, text: text(offers.countChanges()), action, isDestructive: true });
  if (wanted) offers.forgetChanges();
  return wanted;
}
