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
    const words = error instanceof PlainError ? error.message : error instanceof Error ? error.stack : String(error);
    console.error(`\n✗ ${words}\n`);
  }
}
