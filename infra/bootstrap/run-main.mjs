import { PlainError } from './plain-error.mjs';

/**
 * Runs an entry point to its exit code; a PlainError is printed as its sentence alone, anything else with its stack.
 * @param {() => Promise<number>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.exitCode = 1;
    // The worker's build speaks to the same person and marks its sentences in the same way.
    const plain = error instanceof PlainError || (error instanceof Error && error.name === 'PlainError');
    console.error(`\n✗ ${plain || !(error instanceof Error) ? (error?.message ?? error) : error.stack}\n`);
  }
}
