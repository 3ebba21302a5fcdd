import { randomSource, type RandomSource } from '../../scripts/bench/random-source';
import { installVirtualTime } from '../host/virtual-time';
import { Actor } from './action-steps';
import { changeTabs, pressUndo, typeElsewhere, typeInEditor } from './editor-steps';
import { changeOutside } from './outside-steps';
import { Tally } from './tally';
import { WrongByte, World } from './world';

/** How a run ended. */
export interface Ending {
  readonly tally: Tally;
  /** The steps that were made. */
  readonly steps: number;
  /** What was wrong, or null. */
  readonly wrong: string | null;
}

interface Step {
  readonly name: string;
  readonly weight: number;
  run(): void | Promise<void>;
}

/** Makes random steps until one is wrong. The same seed makes the same steps. */
export async function runTorture(
  steps: number,
  seed: number,
  onStep: (step: number) => void = () => undefined,
): Promise<Ending> {
  const time = installVirtualTime();
  const tally = new Tally();
  const random = randomSource(seed);
  let step = 0;
  let doing = 'start';
  try {
    const world = new World(random, time);
    await world.pass(200);
    const table = stepsOf(world, new Actor(world, tally));
    for (; step < steps; step++) {
      onStep(step);
      const { name, run } = choose(table, random);
      tally.event(name);
      doing = name;
      await run();
      await world.pass(random.pick([0, 1, 30, 30, 200, 1500]));
      const [failure] = world.host.failures;
      if (failure !== undefined)
        throw new WrongByte(`an unexpected error, “${failure.what}”: ${String(failure.error)}`);
    }
    return { tally, steps, wrong: null };
  } catch (error) {
    const what =
      error instanceof WrongByte
        ? error.message
        : `an error that nobody expected: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    return { tally, steps: step + 1, wrong: `(${doing}) ${what}` };
  } finally {
    time.end();
  }
}

function stepsOf(world: World, actor: Actor): readonly Step[] {
  const { random, time } = world;
  return [
    { name: 'decide', weight: 30, run: () => actor.decide() },
    { name: 'decide groups', weight: 16, run: () => actor.decideGroups() },
    { name: 'make a note', weight: 1.5, run: () => actor.create() },
    { name: 'take back', weight: 12, run: () => actor.undo() },
    { name: 'change outside', weight: 14, run: () => changeOutside(world) },
    { name: 'type', weight: 8, run: () => typeInEditor(world) },
    { name: 'press Ctrl+Z', weight: 2, run: () => pressUndo(world) },
    { name: 'change tabs', weight: 6, run: () => changeTabs(world) },
    { name: 'type elsewhere', weight: 1, run: () => typeElsewhere(world) },
    { name: 'let time go by', weight: 6, run: () => world.pass(500 + random.below(4000)) },
    { name: 'fail', weight: 1.5, run: () => fail(world) },
    { name: 'mend', weight: 3, run: () => world.host.app.doors.faults.clear() },
    {
      name: 'close and start',
      weight: 0.3,
      run: async () => {
        await time.idle();
        await world.restart();
      },
    },
  ];
}

function choose(table: readonly Step[], random: RandomSource): Step {
  let left = (random.below(1e6) / 1e6) * table.reduce((sum, { weight }) => sum + weight, 0);
  return table.find(({ weight }) => (left -= weight) < 0) ?? table[0]!;
}

/**
 * From now on reads or writes fail. Notes in a tab are read: an editor that cannot read its file is not what is tested.
 */
function fail(world: World): void {
  const {
    random,
    host: {
      app: {
        doors: { faults },
        workspace,
      },
    },
  } = world;
  const error = (path: string): Error => new Error(`EIO: i/o error, '${path}'`);
  const some = new Set(random.some(world.notes, 8).map(({ path }) => path));
  const kind = random.below(4);
  if (kind === 0) faults.readOnly(true);
  else if (kind === 1) faults.write((path) => (some.has(path) ? error(path) : null));
  else if (kind === 2) faults.write((path) => (random.chance(0.3) ? error(path) : null));
  else {
    workspace.iterateAllLeaves((leaf) => {
      some.delete(String(leaf.getViewState().state?.['file']));
    });
    faults.read((path) => (some.has(path) ? error(path) : null));
  }
}
