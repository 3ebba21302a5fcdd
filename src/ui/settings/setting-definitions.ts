import { ConfirmationModal, type App, type SettingDefinitionControl, type SettingDefinitionItem } from 'obsidian';
import { hasOwn } from '../../core/base/has-own';
import {
  SETTING_TEXTS,
  type AccountSort,
  type Settings,
  type SettingText,
  type TextSetting,
} from '../../core/settings';
import { countWords } from '../../words/format';

/** What the settings offer besides values. */
export interface SettingsOffers {
  /** How many actions the journal holds. */
  countChanges(): number;
  forgetChanges(): void;
  /** How many pairs of texts the user said are not the same. */
  countApart(): number;
  forgetApart(): void;
}

const SORTS: Readonly<Record<AccountSort, string>> = {
  attention: 'What needs attention first',
  name: 'By name',
  'last-contact': 'Last contact first',
  'open-tasks': 'Most open tasks first',
};

/** All settings of the plugin: their names, what they mean, and how they are changed. */
export function settingDefinitions(app: App, offers: SettingsOffers): SettingDefinitionItem<keyof Settings>[] {
  return [
    {
      type: 'group',
      heading: 'Notes',
      items: [
        lines(
          'noteTags',
          'Tags',
          'Notes with one of these tags, or one below it, are read. One tag on each line.',
          'type/customer',
        ),
        lines(
          'excludedFolders',
          'Folders left out',
          'Notes in these folders are not read: names of folders anywhere, or paths from the top of the vault. One on each line.',
          '_archive',
        ),
        {
          name: 'Proposed tasks in other notes',
          desc: 'Also offer proposed tasks of notes without these tags, such as an inbox list.',
          control: { type: 'toggle', key: 'readOtherProposals' },
        },
      ],
    },
    {
      type: 'group',
      heading: 'Accounts',
      items: [
        lines(
          'ownDomains',
          'My mail domains',
          'Mail domains of your own company: a participant with one of them tells no account. One on each line.',
          'example.org',
        ),
        {
          name: 'Template of an account page',
          desc: 'The text of a new account page. {{name}} and {{tag}} are filled.',
          control: { type: 'textarea', key: 'accountTemplate', rows: 6, placeholder: '# {{name}}' },
        },
      ],
    },
    {
      type: 'group',
      heading: 'Tasks',
      items: [
        lines(
          'myNames',
          'My names',
          'Tasks of an owner with one of these names are yours. One name on each line, without “@”.',
          'Myself',
        ),
        lines(
          'people',
          'People',
          'Spellings that are one person. On each line the name to show, “=”, and its other spellings, one with a comma between quotes.',
          'Ana de la Cruz = Ana, A. Cruz',
        ),
        lines(
          'statusSymbols',
          'Further statuses',
          'What other characters between the brackets of a task mean. On each line a character and one of proposed, open, in-progress, done, dismissed.',
          '! open',
        ),
      ],
    },
    {
      type: 'group',
      heading: 'Views',
      items: [
        {
          name: 'Sort accounts',
          desc: 'The order of the list of accounts.',
          control: { type: 'dropdown', key: 'accountSort', options: SORTS },
        },
        {
          name: 'Follow the active note',
          desc: 'Accounts shows the account of the note you work in.',
          control: { type: 'toggle', key: 'followNote' },
        },
        {
          name: 'Letters as keys',
          desc: 'Single letters and digits decide tasks in Triage. Switch this off if you use speech input.',
          control: { type: 'toggle', key: 'letterKeys' },
        },
        {
          name: 'Buttons on proposed lines in notes',
          desc: 'Accept, dismiss and mark done stand at the end of each proposed task, in Live Preview and in reading view.',
          control: { type: 'toggle', key: 'noteButtons' },
        },
        {
          name: 'Count in the status bar',
          desc: 'Show how many proposals wait for you.',
          control: { type: 'toggle', key: 'statusBar' },
        },
      ],
    },
    {
      type: 'group',
      heading: 'Copies',
      items: [
        {
          name: 'What is not the same',
          desc: 'Lines that you took out of their copies are remembered. Once cleared, they may be found to say the same again.',
          aliases: ['copies', 'group', 'duplicates'],
          render: (setting) => {
            setting.addButton((button) =>
              button
                .setButtonText('Clear')
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
      heading: 'Recent changes',
      items: [
        {
          name: 'Forget recent changes',
          desc: 'What the plugin wrote is remembered on this device for 90 days, so that it can be taken back. Notes stay as they are.',
          aliases: ['journal', 'undo', 'history'],
          render: (setting) => {
            setting.addButton((button) =>
              button
                .setButtonText('Forget')
                .setDestructive()
                .setDisabled(offers.countChanges() === 0)
                .onClick(() => {
                  askToForget(app, offers, () => {
                    button.setDisabled(true);
                  });
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

function lines(
  key: TextSetting,
  name: string,
  desc: string,
  placeholder: string,
): SettingDefinitionControl<keyof Settings> {
  return {
    name,
    desc,
    control: {
      type: 'textarea',
      key,
      rows: 3,
      placeholder,
      validate(text) {
        const parsed = SETTING_TEXTS[key].parse(text);
        return parsed.ok ? undefined : parsed.error;
      },
    },
  };
}

function askToForget(app: App, offers: SettingsOffers, onForgotten: () => void): void {
  const modal = new ConfirmationModal(app);
  modal.setTitle('Forget recent changes?');
  modal.setContent(
    `${countWords(offers.countChanges(), 'change')} of this plugin cannot be taken back any more then. Notes stay as they are.`,
  );
  modal.addButton((button) =>
    button
      .setButtonText('Forget')
      .setDestructive()
      .setCta()
      .onClick(() => {
        offers.forgetChanges();
        onForgotten();
      }),
  );
  modal.addCancelButton();
  modal.open();
}
