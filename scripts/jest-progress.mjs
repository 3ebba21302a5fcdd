/**
 * A reporter for jest: tells the process that started it (`scripts/jest-step.mjs`) what happens while it happens, so
 * that what passed is known even of a run that never comes to its end. Paths are as jest gives them.
 */
export default class JestProgress {
  onTestFileStart({ path }) {
    process.send({ file: path, is: 'begun' });
  }

  onTestCaseResult({ path }, { status }) {
    process.send({ file: path, is: 'going', status });
  }

  onTestFileResult({ path }, { testResults, testExecError }) {
    const count = (wanted) => testResults.filter(wanted).length;
    const isLost = ({ failureMessages }) => failureMessages.some((message) => LOST_BROWSER.test(message));
    process.send({
      file: path,
      is: 'over',
      passed: count(({ status }) => status === 'passed'),
      failed: count((test) => test.status === 'failed' && !isLost(test)) + Number(testExecError !== undefined),
      skipped: count(({ status }) => status !== 'passed' && status !== 'failed'),
      lost: count((test) => test.status === 'failed' && isLost(test)),
    });
  }

  /** Jest may end its process at once after this: it waits until all was told. */
  onRunComplete() {
    return new Promise((resolve) => process.send({ is: 'done' }, resolve));
  }
}

/** What Playwright says to whoever asks for something of a browser that is gone. */
const LOST_BROWSER =
  /Target page, context or browser has been closed|Browser closed|(?:Target|Page) (?:closed|crashed)/;
