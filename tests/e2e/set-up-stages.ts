import { announceStages, setUpStage, type StandingStage } from './stage';

declare global {
  var standingStages: readonly StandingStage[];
}

/**
 * Jest runs it once before the tests in the browser. A stage for each worker: to build the page and to start a browser
 * takes longer than most files of tests.
 */
export default async function setUpStages({ maxWorkers }: { readonly maxWorkers: number }): Promise<void> {
  globalThis.standingStages = await Promise.all(Array.from({ length: maxWorkers }, setUpStage));
  announceStages(globalThis.standingStages);
}
