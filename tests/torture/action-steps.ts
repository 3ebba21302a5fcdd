import type { Day } from '../../src/core/base/day';
import type { Edit } from '../../src/core/change/edit';
import { inverse, lastToUndo, type JournalEntry } from '../../src/core/change/journal';
import { decideTasks, type Verb } from '../../src/core/triage/verbs';
import { scanLines } from '../../src/core/text/lines';
import { DEFAULT_STATUS_SYMBOLS } from '../../src/core/task/status';
import { effectEdits, effectsOf, followEffects, newNote, type EffectRequest } from './file-effects';
import { asEdited, placeOf, textOf, type NoteText } from './note-text';
import { meddle, meddleWith } from './interference';
import { changeAround, changeOutside } from './outside-steps';
import { changeTabs, typeInEditor } from './editor-steps';
import type { Tally } from './tally';
import { WrongByte, type ModelNote, type World } from './world';
import { checkGroups, findWritten, type Request, type WrittenLine } from './written-lines';
import type { ActionReport } from '../../src/app/actions';

const TODAY = '2026-11-23' as Day;
const VERBS: readonly Verb[] = [
  { name: 'accept' },
  { name: 'accept' },
  { name: 'dismiss' },
  { name: 'done', day: TODAY },
  { name: 'snooze', until: '2027-01-04' },
  { name: 'mark-copy' },
];
const BEST_VERBS: readonly Verb[] = [{ name: 'accept' }, { name: 'dismiss' }, { name: 'done', day: TODAY }];
const NEWEST_ENTRIES = 15;
const NEWEST_NOTES = 6;

/** A line that the user decides, and in which group. */
interface Choice {
  readonly note: ModelNote;
  readonly path: string;
  readonly then: NoteText;
  readonly index: number;
  readonly group: number;
}

/** What the journal's entries wrote, as the model knows it. */
export class Actor {
  private readonly lines = new Map<string, { readonly line: WrittenLine; taken: boolean }[]>();
  /** The texts of notes that were made, by what they say. */
  private readonly made = new Map<string, NoteText>();

  constructor(
    private readonly world: World,
    private readonly tally: Tally,
  ) {}

  /** The user decides tasks as a list, an editor or an older list shows them. */
  async decide(): Promise<void> {
    const { world } = this;
    const verb = world.random.pick(VERBS);
    await this.write(
      verb.name,
      this.choose(world.random.chance(0.12) ? 2 + world.random.below(4) : 1, 0.25),
      () => verb,
    );
  }

  /** The user decides groups: of each the first line, and the others are its copies, in one note and across notes. */
  async decideGroups(): Promise<void> {
    const { random } = this.world;
    const verb = random.pick(BEST_VERBS);
    const groups = 1 + random.below(4);
    const chosen = this.choose(1 + random.below(4), 0.8).map((choice) => ({ ...choice, group: random.below(groups) }));
    const best = new Map(random.some(chosen, chosen.length).map((choice) => [choice.group, choice]));
    await this.write(
      `${verb.name} groups`,
      chosen,
      (choice) => (best.get(choice.group) === choice ? verb : { name: 'mark-copy' }),
      true,
    );
  }

  /** The user makes a new note, and with it decides lines of others. */
  async create(): Promise<void> {
    const effect = newNote(this.world);
    if (effect === null) return;
    this.made.set(textOf(effect.text), effect.text);
    const verb = this.world.random.pick(VERBS);
    await this.write('create', this.choose(1, 0.2), () => verb, false, [effect]);
  }

  /** Lines of some notes, as the user sees them. */
  private choose(notes: number, several: number): readonly Choice[] {
    const { random } = this.world;
    return random.some(this.world.notes, notes).flatMap((note) => {
      const { path, then } = this.shown(note);
      // What a list shows, and now and then any line.
      const kinds = scanLines(textOf(then)).map(({ kind }) => kind);
      const proposals = then.lines.flatMap(({ text }, line) =>
        (kinds[line] === 'item' && /\[\?\]|\[ \].*#proposed/.test(text)) || random.chance(0.002) ? [line] : [],
      );
      const chosen = random.some(proposals, random.chance(several) ? 1 + random.below(6) : 1);
      return chosen.map((index) => ({ note, path, then, index, group: 0 }));
    });
  }

  /** Makes the edits of what was chosen, as the plan of a decision does, and runs them. */
  private async write(
    label: string,
    chosen: readonly Choice[],
    verbOf: (choice: Choice) => Verb,
    isGrouped = false,
    effects: readonly EffectRequest[] = [],
  ): Promise<void> {
    const { world, tally } = this;
    const made: {
      readonly choice: Choice;
      readonly edit: Edit;
      readonly request: Request;
      readonly isBest: boolean;
    }[] = [];
    for (const path of new Set(chosen.map((choice) => choice.path))) {
      const own = chosen.filter((choice) => choice.path === path);
      const { then } = own[0]!;
      const results = decideTasks(
        path,
        textOf(then),
        own.map((choice) => ({ line: choice.index, raw: then.lines[choice.index]!.text, verb: verbOf(choice) })),
        { today: TODAY, symbols: DEFAULT_STATUS_SYMBOLS },
      );
      results.forEach((result, nth) => {
        const choice = own[nth]!;
        if (!result.ok) {
          tally.refused++;
          tally.refusal(result.error.sentence);
          return;
        }
        const [before, after] = [then.lines[choice.index]!.text, result.value.replacement[0]!];
        if (before === after) return;
        const request: Request = {
          note: choice.note,
          then,
          index: choice.index,
          before,
          after,
          best: null,
          undoes: null,
        };
        made.push({ choice, edit: result.value, request, isBest: isGrouped && verbOf(choice).name !== 'mark-copy' });
      });
    }
    const bestOf = (group: number) => made.find(({ choice, isBest }) => isBest && choice.group === group);
    const written = isGrouped ? made.filter(({ choice }) => bestOf(choice.group) !== undefined) : made;
    const follows = new Map<Edit, Edit>();
    for (const { choice, edit, request, isBest } of written) {
      if (!isGrouped || isBest) continue;
      const best = bestOf(choice.group)!;
      request.best = best.request;
      follows.set(edit, best.edit);
    }
    const paths = [...new Set(written.map(({ choice }) => choice.path))];
    const notes = paths.map((path) => ({
      path,
      edits: written.filter(({ choice }) => choice.path === path).map(({ edit }) => edit),
    }));
    const requests = written.map(({ request }) => request);
    await meddle(world, requests);
    await this.perform(requests, effects, () =>
      world.host.actions.run({ label, notes: [...effects.map(effectEdits), ...notes], follows }),
    );
  }

  /** The user takes something back: the last action, or one of the list of recent changes. */
  async undo(): Promise<void> {
    const { world } = this;
    const entries = world.host.journal.entries.get();
    if (entries.length === 0) return;
    const ofNotes = entries.filter(({ notes }) => notes.some(({ effect }) => effect !== null)).slice(-NEWEST_NOTES);
    const listed = ofNotes.length > 0 && world.random.chance(0.3) ? ofNotes : entries.slice(-NEWEST_ENTRIES);
    const id = world.random.chance(0.5) ? undefined : world.random.pick(listed).id;
    const target = id ?? lastToUndo(entries)?.id;
    const lines = (this.lines.get(target ?? '') ?? []).filter(({ taken }) => !taken);
    const requests = lines.map(({ line: { request, then, index } }): Request => ({
      note: request.note,
      then,
      index,
      before: request.after,
      after: request.before,
      best: null,
      undoes: request,
    }));
    // What is done again needs its best line as it did at first.
    const againOf = ({ undoes }: Request): Request | null => undoes?.undoes ?? null;
    for (const request of requests) {
      const best = againOf(request)?.best ?? null;
      request.best = best === null ? null : (requests.find((other) => againOf(other) === best) ?? best);
    }
    await meddle(world, requests);
    const entry = world.host.journal.entries.get().find((known) => known.id === target);
    const effects = entry === undefined ? [] : effectsOf(inverse(entry, world.host.journal.entries.get()), this.made);
    for (const { path } of effects) await meddleWith(world, path);
    for (const request of await this.perform(requests, effects, () => world.host.actions.undo(id)))
      lines[requests.indexOf(request)]!.taken = true;
  }

  private shown(note: ModelNote): { readonly path: string; readonly then: NoteText } {
    const { random, host, buffers } = this.world;
    const source = random.below(10);
    const view = this.world.viewsOf(note)[0];
    if (source < 2 && view !== undefined) return { path: note.path, then: buffers.get(view)!.text };
    if (source < 4) return { path: note.path, then: random.pick(note.history.slice(-8)) };
    const path = random.chance(0.9) ? note.path : note.formerPath;
    const known = host.indexer.graph.get().notes.get(path)?.text;
    if (known === undefined) return { path, then: note.disk };
    const then = [...note.history]
      .reverse()
      .flatMap((text) => [text, asEdited(text)])
      .find((text) => textOf(text) === known);
    if (then === undefined)
      throw new WrongByte(`the graph holds a text that “${path}” never had:\n${JSON.stringify(known)}`);
    return { path, then };
  }

  /**
   * Runs an action, mostly in a world that does not stand still meanwhile, and compares what it wrote with what was
   * asked for. What comes back is done, as the journal has it.
   */
  private async perform(
    requests: readonly Request[],
    effects: readonly EffectRequest[],
    run: () => Promise<ActionReport | null>,
  ): Promise<readonly Request[]> {
    const { world, tally } = this;
    const known = new Set(world.host.journal.entries.get().map(({ id }) => id));
    const written: WrittenLine[] = [];
    const look = (): void => {
      const done = new Set(written.map(({ request }) => request));
      followEffects(world, effects);
      written.push(
        ...findWritten(
          world,
          requests.filter((request) => !done.has(request)),
        ),
      );
      checkGroups(written);
    };
    const died = this.disturb(look, requests);
    const report = await Promise.race([run(), died]);
    world.atJournal = () => Promise.resolve();
    look();
    tally.written += written.length;
    tally.refused += requests.length - written.length;
    written.forEach(({ sameness }) => tally.sameness(sameness));
    if (report === 'died') return this.settle(known, requests, written);
    report?.refusals.forEach(({ sentence }) => tally.refusal(sentence));
    const made = effects.filter(({ isDone }) => isDone).length;
    if (made > 0) tally.event('a note was made or moved to the trash');
    this.compare(report, this.newEntry(known), requests, written, made);
    return written.map(({ request }) => request);
  }

  private compare(
    report: ActionReport | null,
    entry: JournalEntry | undefined,
    requests: readonly Request[],
    written: readonly WrittenLine[],
    made: number,
  ): void {
    const wrong = (what: string): WrongByte =>
      new WrongByte(`${what}: ${JSON.stringify({ report, entry, asked: requests.length, written: written.length })}`);
    if ((report?.written ?? 0) !== written.length + made)
      throw wrong('the report counts other lines than were written');
    const unwritten = new Set(
      requests.filter((request) => !written.some((line) => line.request === request)).map(({ note }) => note),
    );
    if ((report?.refusals.length ?? 0) < unwritten.size) throw wrong('a refusal is not named');
    const ok =
      entry?.notes.flatMap(({ state, outcomes }) =>
        state === 'done' ? outcomes.filter((outcome) => outcome.ok) : [],
      ) ?? [];
    if (ok.length !== written.length || entry?.notes.some(({ state }) => state === 'pending' || state === 'unknown'))
      throw wrong('the journal says otherwise');
    if (entry !== undefined)
      this.lines.set(
        entry.id,
        written.map((line) => ({ line, taken: false })),
      );
  }

  /** The app was closed in the middle: it starts again, and the journal has to say what was written. */
  private async settle(
    known: ReadonlySet<string>,
    requests: readonly Request[],
    written: readonly WrittenLine[],
  ): Promise<readonly Request[]> {
    const { world, tally } = this;
    // What an earlier action wrote in an editor that was not saved is gone with the app: its line is as if this action
    // had taken it back.
    const onDisk = requests.flatMap((request): readonly WrittenLine[] => {
      const {
        note: { disk },
        then,
        index,
        after,
      } = request;
      const at = placeOf(disk, then.lines[index]!.id);
      return disk.lines[at]?.text === after
        ? [written.find((line) => line.request === request) ?? { request, sameness: 'itself', then: disk, index: at }]
        : [];
    });
    await world.restart();
    const entry = this.newEntry(known);
    const wrong = (what: string): WrongByte =>
      new WrongByte(
        `the app was closed in the middle, and ${what}: ${JSON.stringify({ entry, written: written.map(({ request }) => request.after) })}`,
      );
    if (entry === undefined && written.length > 0) throw wrong('the journal knows nothing of it');
    // What was written in an editor that was not saved went with the app, too.
    const possible = [...new Set([...written, ...onDisk])];
    const isOf =
      (path: string) =>
      ({ request }: WrittenLine): boolean =>
        request.note.path === path;
    for (const { path, state, effect } of entry?.notes ?? []) {
      tally.event(`a note left in the middle is ${state}`);
      if (state === 'pending') throw wrong('a note was not settled');
      if (effect !== null) {
        const isThere = world.fileAt(path) !== null;
        if (state === 'done' && isThere !== (effect.kind === 'create'))
          throw wrong('the journal says of a whole note what is not so');
        continue;
      }
      if (state === 'done' && !possible.some(isOf(path))) throw wrong('the journal says of a note that it was written');
      // Of a note that comes twice, the lines of one turn may be written and those of the other not.
      const isWhollyLeft = entry!.notes.every(
        (note) => note.path !== path || note.state === 'failed' || note.state === 'refused',
      );
      if (isWhollyLeft && written.some((line) => isOf(path)(line) && onDisk.includes(line)))
        throw wrong('the journal says of a note that it was not written');
    }
    // As the journal has it: a note that was written before that was stored counts with all that was foreseen.
    const isDone = ({ note, before, after }: Request): boolean =>
      entry?.notes.some(
        ({ path, state, outcomes }) =>
          path === note.path &&
          state === 'done' &&
          outcomes.some(
            (outcome) => outcome.ok && outcome.value.expected[0] === after && outcome.value.replacement[0] === before,
          ),
      ) === true;
    if (entry !== undefined)
      this.lines.set(
        entry.id,
        possible.filter(({ request }) => isDone(request)).map((line) => ({ line, taken: false })),
      );
    return requests.filter(isDone);
  }

  private newEntry(known: ReadonlySet<string>): JournalEntry | undefined {
    return this.world.host.journal.entries.get().find(({ id }) => !known.has(id));
  }

  /** Lets something happen in the middle of the next action, and tells when the app is closed in it. */
  private disturb(look: () => void, requests: readonly Request[]): Promise<'died'> {
    const { world, tally } = this;
    const { random } = world;
    let left = random.below(5);
    const what = random.below(100);
    return new Promise((resolve) => {
      world.atJournal = async () => {
        look();
        if (left-- !== 0) return;
        if (what < 15) changeOutside(world);
        else if (what < 22) typeInEditor(world);
        else if (what < 26) await changeTabs(world);
        else if (what < 40 && requests.length > 0) {
          const { note, then, index } = random.pick(requests);
          changeAround(world, note, then.lines[index]!.id);
        } else if (what < 44) {
          tally.event('the app closed in the middle');
          resolve('died');
          await new Promise(() => undefined);
        } else return;
        await world.time.idle();
        world.follow();
      };
    });
  }
}
