import { describe, expect, it } from 'vitest';
import { tally } from './tally.mjs';
import { vitestArgs } from './vitest-args.mjs';

const file = (status, ...statuses) => ({
  name: 'a.test.ts',
  status,
  assertionResults: statuses.map((state, index) => ({ status: state, fullName: `test ${index}` })),
});
const report = (passed, failed, testResults) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults,
});

describe('tally', () => {
  it('counts passed and failed tests', () => {
    expect(
      tally(report(2, 1, [file('failed', 'passed', 'passed', 'failed')]), { code: 1, filtered: false }),
    ).toMatchObject({ passed: 2, failed: 1 });
  });

  it('counts a file that could not be loaded', () => {
    expect(tally(report(0, 0, [file('failed')]), { code: 1, filtered: false })).toMatchObject({ failed: 1 });
  });

  it('counts a skipped test as failed, unless tests were chosen by name', () => {
    const skipping = report(1, 0, [file('passed', 'passed', 'skipped')]);
    expect(tally(skipping, { code: 0, filtered: false })).toEqual({ passed: 1, failed: 1, skipped: ['test 1'] });
    expect(tally(skipping, { code: 0, filtered: true })).toMatchObject({ passed: 1, failed: 0 });
  });

  it('is never green where vitest ended badly or wrote nothing', () => {
    expect(tally(report(1, 0, [file('passed', 'passed')]), { code: 1, filtered: false })).toMatchObject({
      passed: 1,
      failed: 1,
    });
    expect(tally(undefined, { code: 0, filtered: false })).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('vitestArgs', () => {
  it('takes a project by its name and passes the rest through', () => {
    expect(vitestArgs(['signaling', 'store'])).toEqual({ args: ['--project', 'signaling*', 'store'], filtered: false });
    expect(vitestArgs(['-t', 'BZ3'])).toEqual({ args: ['-t', 'BZ3'], filtered: true });
  });
});
