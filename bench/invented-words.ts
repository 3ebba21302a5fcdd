// Words to invent notes from. Names are made of parts, so that none is a real company or person on purpose.

export const NAME_STARTS = [
  'Amberlow', 'Birchmoor', 'Coppergate', 'Dunfield', 'Elmhollow', 'Fernwick', 'Greyharbour', 'Hazelmere', 'Ironbrook', 'Juniperdale',
  'Kestrelby', 'Larkmarsh', 'Mossgrove', 'Nettlecombe', 'Oakhaven', 'Pebblebank', 'Quillford', 'Rushmere', 'Saltwick', 'Thornlea',
  'Umberton', 'Valewater', 'Willowmere', 'Yarrowfield', 'Zephyrton',
];
export const NAME_ENDINGS = ['Foods', 'Freight', 'Clinics', 'Water', 'Marine', 'Traders', 'Energy', 'Textiles', 'Laboratories', 'Gardens', 'Glassworks', 'Ferries'];
export const NAME_TAILS = ['', '', ', Inc.', ' Ltd', ' Group', ' GmbH'];

export const FIRST_NAMES = ['Ada', 'Bela', 'Carys', 'Dario', 'Eline', 'Farid', 'Greta', 'Hanno', 'Ines', 'Jarek', 'Kaya', 'Leif', 'Mirela', 'Nuno', 'Oona', 'Pavel', 'Ruth', 'Soren', 'Tamsin', 'Zoltan'];
export const FAMILY_NAMES = ['Abendroth', 'van der Berg', 'Castellan', 'Dunmore', "O'Fallow", 'Grünfeld', 'Hallström', 'Ivory-Smith', 'Kowalczyn', 'Lindqvarn', 'Marwick', 'Nakamori', 'Oyelarin', 'Pellegrin', 'Quist', 'Rasmund'];
export const TEAMS = ['Field operations team', 'Deal desk', 'Legal', 'Platform team (on call)', 'Partner team'];

export const TOPICS = [
  'Weekly sync', 'Pilot review', 'Rollout scope', 'Security questionnaire', 'Renewal pricing', 'Workshop on migration', 'Incident follow-up', 'Kick-off',
  'Architecture review', 'Training plan', 'Quarterly review', 'Network design', 'Escalation about alarms', 'Audit preparation',
];
export const THINGS = [
  'rack layout', 'price list', 'pilot report', 'access list', 'migration plan', 'network diagram', 'draft contract', 'test certificate', 'list of sensors',
  'backup schedule', 'support matrix', 'training dates', 'success criteria', 'audit findings', 'firmware notes', 'cabling plan', 'data retention policy', 'license count',
];

/** Each row is one action in several wordings. */
export const ACTIONS: readonly (readonly string[])[] = [
  ['send the {thing} to {person}.', 'send {person} the {thing}.', 'the {thing} is to be sent to {person}.'],
  ['confirm the {thing} with {person} before site {number} opens.', 'check with {person} that the {thing} is right for site {number}.'],
  ['find out whether the {thing} covers all {number} sites.', 'clarify if all {number} sites are covered by the {thing}.'],
  ['write the {thing} on one page and share it.', 'put the {thing} on a single page and share it with everyone.'],
  ['book a workshop with {person} about the {thing}.', 'schedule a workshop on the {thing} with {person}.', 'set up a workshop with {person} on the {thing}.'],
  ['ask {person} for the {thing}.', 'request the {thing} from {person}.'],
  ['review the {thing} and mark what is missing for {number} users.', 'go through the {thing} and note what {number} users still lack.'],
  ['replace {number} units that failed, according to the {thing}.', 'swap the {number} failed units as the {thing} says.'],
  ['update ticket CASE-{number} with the {thing}.', 'add the {thing} to ticket CASE-{number}.'],
  ['plan the change window for {number} devices with {person}.', 'agree with {person} on a change window for the {number} devices.'],
  ['prepare an offer for {number} licenses based on the {thing}.', 'draft an offer of {number} licenses from the {thing}.'],
  ['compare the {thing} with what was delivered.', 'match what was delivered against the {thing}.'],
];
export const DECISIONS = [
  'A test with {number} devices comes before any quote.', 'The {thing} is frozen until the audit is over.', 'All sites move to the new version in one night.',
  'The pilot ends after {number} days unless both sides extend it.', 'Support hours stay as they are.', 'The {thing} is kept by the customer from now on.',
];
export const FACTS = [
  'There are {number} devices in the main hall.', 'The network team is away for two weeks in summer.', 'The last outage took {number} minutes.',
  'The contract ends in spring and the renewal is open.', 'The {thing} was last changed a year ago.', 'About {number} people will use it every day.',
  'The main site runs on two lines of different providers.', 'Purchases above {number} thousand need two signatures.',
];
export const SUMMARIES = [
  'The first part of the call was about the {thing}, which {person} had read closely and wants to see simplified before anybody signs it.',
  '{person} said that the night shift works around the tool because signing in takes longer than the task itself.',
  'We showed how {number} devices are added at once, and promised to send the commands, so that they can try it in their own test network.',
  'The budget is fixed until the end of the year; what goes beyond it has to be argued with the {thing} in hand.',
  'There was a longer discussion about who may see the readings of the other sites, and no result yet.',
  'Since the last meeting {number} alarms were raised, and most of them came from two rooms with a broken door contact.',
  'They compared us with the tool they have today and like the reports, but miss a way to print the {thing} in one piece.',
  '{person} will be away for three weeks and leaves the decisions on the rollout to the rest of the team.',
  'The connection of the outer buildings is weak, and a second gateway may be needed there before the winter.',
  'Both sides want fewer meetings: a short call every second week, and a written note after it that everybody can correct.',
];
