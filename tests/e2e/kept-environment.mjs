import { TestEnvironment } from 'jest-environment-node';
import * as playwright from 'playwright-core';

/** What the files of tests that one worker runs leave to each other: a browser and a page. */
const kept = { stage: null, shared: null };

/** The world of the tests in the browser: Node, with Playwright loaded once for a worker and not for each file. */
export default class KeptEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, { playwright, kept });
  }
}
