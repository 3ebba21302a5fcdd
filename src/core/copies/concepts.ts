import { stem } from './stem';

/**
 * What a task asks to be done, by kind. The first list of each kind holds words that mean it wherever they stand; the
 * second, words that mean it only where a sentence names its action (`plan the workshop`, not `the migration plan`).
 */
const ACTIONS: Readonly<Record<string, readonly [anywhere: string, leading: string]>> = {
  send: [
    'send, forward, share, provide, circulate, distribute, hand over, supply, dispatch, transmit, submit, resend, pass on, send over, send out, get over, ship, hand in',
    'mail, email, give, pass, return, deliver, post',
  ],
  create: [
    'write, prepare, create, produce, compile, put together, write up, draw up, assemble, pull together, compose, formulate, write down',
    'draft, build, develop, generate, document, design, model, sketch',
  ],
  quote: ['estimate, calculate', 'quote, price, cost'],
  ask: [
    'ask, inquire, enquire, clarify, find out, verify, ascertain, figure out, double check, check in, explore, request, identify',
    'check, confirm, see, validate, query, determine, establish',
  ],
  get: ['obtain, gather, collect, acquire, secure', 'receive, fetch, pull, get'],
  schedule: ['schedule, arrange, organise, organize, reserve, line up', 'book, plan, coordinate'],
  invite: ['invite', ''],
  review: [
    'review, go through, examine, analyse, analyze, assess, evaluate, look at, look over, look into, investigate, inspect, read through, work through, go over, dig into',
    'read, study, audit',
  ],
  attend: ['attend, join, participate, sit in, take part, dial in', 'accompany, come'],
  host: ['moderate, facilitate, chair', 'host, lead, open, conduct'],
  present: ['demonstrate, walk through, show, explain, present', 'demo, walk, pitch'],
  contact: [
    'reach out, follow up, touch base, get in touch, circle back, check back, get back, chase up, remind',
    'call, phone, ping, chase, contact, nudge, message',
  ],
  replace: ['replace, swap, substitute, swap out', 'exchange, change'],
  repair: ['repair, resolve, solve, remedy, sort out', 'fix, correct'],
  update: ['update, revise, amend, modify, bring up to date', 'edit, refresh, adjust, adapt'],
  install: ['install, deploy, roll out', 'mount, implement, push'],
  test: ['rehearse, try out', 'test, trial, pilot, try'],
  approve: ['approve, authorise, authorize, sign off', 'sign, countersign'],
  escalate: ['escalate, bring up', 'raise'],
  close: ['finalise, finalize, conclude, wrap up', 'close, complete, finish'],
  define: ['define, specify, outline, spell out', 'describe, detail, agree'],
  buy: ['purchase, procure', 'order, buy'],
  move: ['migrate, relocate', 'move, transfer'],
  monitor: ['keep an eye', 'monitor, track, watch, observe'],
  train: ['teach, coach', 'train'],
  compare: ['compare', 'match, benchmark'],
  add: ['append', 'add, include'],
  remove: ['remove, delete, take out, take off, clean up', 'drop, clear'],
  enable: ['activate, switch on, turn on, enable', ''],
  disable: ['deactivate, switch off, turn off, disable', ''],
  log: ['', 'log, record, file'],
  decide: ['decide', ''],
  extend: ['extend, prolong', ''],
};

/** Words and phrases for one thing; the first stands for all. A line whose words meet only here still says the same. */
const SYNONYMS: readonly string[] = [
  'customer, client',
  'meeting, session, call, appointment, sync, catch up, conversation',
  'price, pricing, cost',
  'quote, quotation, offer',
  'problem, issue, fault, defect, trouble',
  'deck, slide, presentation, powerpoint, slide deck',
  'contract, agreement',
  'licence, license',
  'invoice, bill',
  'timeline, timetable, schedule',
  'summary, overview, recap',
  'evidence, proof',
  'lawyer, legal, counsel, legal team',
  'requirement, need',
  'answer, reply, response',
  'approval, consent, sign off, go ahead, green light, approve',
  'deadline, due date',
  'site, location, facility',
  'shop, store',
  'training, course',
  'start, begin, launch, kick off, commence',
  'end, finish',
  'supplier, vendor, provider',
  'shipment, delivery',
  'outage, downtime',
  'access, permission, right',
  'credential, password, login',
  'metric, kpi',
  'goal, target, objective',
  'pilot, trial, poc, proof of concept, test phase, test run',
  'old, legacy, former',
  'remaining, other, rest, outstanding',
  'whole, entire, full',
  'yearly, annual',
  'nda, non disclosure agreement, confidentiality agreement',
  'sow, statement of work',
  'sla, service level agreement',
  'msa, master agreement, master services agreement, master service agreement',
  'dpa, data processing agreement',
  'dr, disaster recovery',
  'sso, single sign on',
  'po, purchase order',
  'qbr, quarterly business review, business review',
  'rca, root cause analysis',
  'uat, user acceptance test, user acceptance testing, acceptance test',
  'bom, bill of materials',
  'rfp, request for proposal',
  'faq, frequently asked questions',
  'documentation, doc, document',
  'config, configuration',
  'info, information, detail',
  'spec, specification',
  'production, prod, live',
  'app, application',
  'employee, staff, personnel',
  'room, venue',
  'rollout, roll out, deployment, deploy',
  'handover, hand over',
  'upgrade, update',
  'example, sample',
  'purchasing, procurement',
  'finance, accounting',
  'hardware, equipment',
  'faulty, failing, failed, broken, defective',
  'colleague, coworker, teammate',
  'budget, fund',
  'security, infosec',
  'environment, env',
  'database, db',
  'kubernetes, k8s',
  'authentication, auth',
  'percent, percentage',
  'before, prior, ahead',
  'weekly, every week, each week',
  'monthly, every month, each month',
  'responsible, charge',
  'chart, graph, diagram',
  'drawing, sketch, plan of',
  'option, alternative, variant',
  'comment, remark, feedback',
  'signature, countersign, sign',
  'head, manager, lead',
  'warehouse, depot',
  'lorry, truck',
  'power cut, power failure',
  'workshop, working session',
  'laptop, notebook',
  'phone, telephone, mobile',
  'next step, way forward',
  'risk, threat, danger',
  'delay, postpone, push back, put off',
  'cancel, call off',
  'increase, raise, grow',
  'decrease, reduce, lower, cut',
  'cheap, inexpensive',
  'quick, fast, rapid',
  'large, big',
  'new, fresh',
  'propose, suggest, recommend',
  'single, one',
  'reason, cause',
  'people, person',
  'fail, failure',
  'team, department, crew',
  'group, batch',
  'repeat, again',
  'image, picture, photo',
  'bug fix, patch',
  'demo, demonstration',
  'partner, integrator',
  'error, bug',
  'firmware, software version',
  'missing, lacking, absent',
  'list, inventory',
  'reference, testimonial',
  'invite, invitation',
  'holiday, vacation, leave',
  'discount, rebate, price reduction',
  'renewal, renew',
  'extension, extend',
  'decision, decide',
  'acceptance, accept',
  'measurement, measure, reading',
  'keep, stay, remain, retain',
  'own, separate',
  'buy, purchase',
  'limit, cap',
  'free, complimentary',
  'need, require',
  'use, usage, utilisation, utilization',
  'run, operate',
  'choose, pick, select, chosen',
];

/** Words that carry nothing of what a line says. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the of to for with on in at by from and or that this these those it its is are be been being was were will would should shall must can could may might has have had do does did done as so if ' +
    'whether then than about into onto over under per via their our your his her my we you they he she i us them him me there here which who whom whose what when where how all any some each every also still already ' +
    'again please ensure just only up out off down back through regarding concerning such between within during until till since because while upon towards toward around roughly approximately nearly almost very both ' +
    'another once more most much many let lets s t re make sure able get got let want needs needed see thing things thereof therefore however above below e g etc against across along among not no never none nothing without ' +
    'ag inc ltd gmbh llc'
  ).split(' '),
);

/** Whether a word carries nothing of what a line says. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

/** A word or phrase of some meaning. */
export interface Concept {
  /** Its stems. */
  readonly words: readonly string[];
  /** What stands for all words and phrases that mean the same. */
  readonly token: string;
  /** The kind of action that it names, where it does; `leading` says it does only at the head of a sentence. */
  readonly action: string | null;
  readonly leading: boolean;
}

/** All that is known, by first word, the longest phrases first. */
const CONCEPTS: ReadonlyMap<string, readonly Concept[]> = conceptsByFirstWord();

function conceptsByFirstWord(): ReadonlyMap<string, readonly Concept[]> {
  const found = new Map<string, Concept>();
  const note = (phrase: string, change: Partial<Concept>): void => {
    const words = phrase.split(' ').map(stem);
    const key = words.join(' ');
    found.set(key, { words, token: words.join(''), action: null, leading: false, ...found.get(key), ...change });
  };
  for (const [action, [anywhere, leading]] of Object.entries(ACTIONS)) {
    for (const phrase of phrasesIn(anywhere)) note(phrase, { action, leading: false });
    for (const phrase of phrasesIn(leading)) note(phrase, { action, leading: true });
  }
  // Where a word stands in two rows, the first row holds.
  for (const row of [...SYNONYMS].reverse()) {
    const phrases = phrasesIn(row);
    for (const phrase of phrases) note(phrase, { token: stem(phrases[0]!.replaceAll(' ', '')) });
  }
  const byFirst = new Map<string, Concept[]>();
  for (const concept of found.values())
    byFirst.set(concept.words[0]!, [...(byFirst.get(concept.words[0]!) ?? []), concept]);
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

function phrasesIn(list: string): readonly string[] {
  return list === '' ? [] : list.split(', ');
}

/** What the stems of a text mean from one place on: the longest phrase that is known, else null. */
export function conceptAt(stems: readonly string[], at: number): Concept | null {
  for (const concept of CONCEPTS.get(stems[at]!) ?? []) {
    if (concept.words.every((word, index) => stems[at + index] === word)) return concept;
  }
  return null;
}
