/**
 * @typedef {object} Report  the part of vitest's JSON report that is read here
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {{ name: string, status: string, assertionResults: { status: string, fullName: string }[] }[]} testResults
 */

/**
 * Counts a run. A test file that could not be loaded is one failure, so is each skipped test in a full run, and so is a run that
 * ended badly without a failed test: nothing that did not pass may look green.
 * @param {Report | undefined} report  undefined where vitest wrote none
 * @param {{ code: number, filtered: boolean }} run  vitest's exit code; whether tests were chosen by name
 * @returns {{ passed: number, failed: number, skipped: string[] }}
 */
export function tally(report, { code, filtered }) {
  if (!report) return { passed: 0, failed: 1, skipped: [] };
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const skipped = report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status !== 'passed' && status !== 'failed')
    .map(({ fullName }) => fullName);
  const failed = report.numFailedTests + broken.length + (filtered ? 0 : skipped.length);
  return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed, skipped };
}
