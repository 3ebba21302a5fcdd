/** What each sign of copies means, by its name, in a sentence. */
export const SIGN_WORDS: Readonly<Record<string, string>> = {
  'words in common': 'The share that both have of all that either speaks of.',
  'one within the other':
    'The share of the shorter one that the longer one says too: one writer is terse, another says it all.',
  'words of their own': 'Words that both have and no other line of the two notes.',
  'facts in common': 'Tickets, amounts and days that both name.',
  'same owner': 'The same owner, in bits: it says much where few lines have this owner, and little where most do.',
  'same day': 'Due on the same day, in bits: how rare that is among the lines of this owner.',
  'same place': 'As far down in their lists: writers follow the source, more or less.',
  'other owner': 'Both name an owner, and nobody is both.',
  'other day': 'Due on different days, in doublings of the days between.',
  'another source, little in common':
    'They come from two sources, and less than a quarter of what they speak of is common: a follow-up has next steps of the same matter.',
  'other step': 'They ask for two steps of one matter: to write the plan and to present it.',
  opposite: 'They take the two sides of an opposite: on and off, before and after.',
  not: 'One says “not”, and the other does not.',
  'other names': 'Each names somebody or something that the other does not speak of.',
  'another thing in one place':
    'The same sentence with another thing in one place: the backup of one database, and of another.',
};
