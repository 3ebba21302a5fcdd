/** Jest runs it once after the tests in the browser. */
export default async function takeDownStages(): Promise<void> {
  await Promise.all(globalThis.standingStages.map((stage) => stage.takeDown()));
}
