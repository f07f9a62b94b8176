/**
 * @typedef {object} Step
 * @property {(text: string) => void} progress  Something happened; printed at most once a second.
 * @property {(text: string) => void} note  Worth its own line.
 */

const WIDTH = 18;

/** @param {string} mark @param {string} title @param {string} text */
function line(mark, title, text) {
  process.stdout.write(`  ${mark} ${title.padEnd(WIDTH)} ${text}\n`);
}

/** @param {number} since */
function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(performance.now() - since < 10_000 ? 1 : 0)} s`;
}

/**
 * Runs one step under a title: a line when it ends, its progress while it runs, and a sign of life every 10 s.
 * The work returns the words for its last line. Errors pass through after a line that names the step.
 * @template {string | { text: string }} T
 * @param {string} title
 * @param {(step: Step) => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function say(title, work) {
  const start = performance.now();
  let quietSince = start;
  const print = (/** @type {string} */ text) => {
    quietSince = performance.now();
    line('…', title, text);
  };
  const alive = setInterval(() => {
    if (performance.now() - quietSince >= 9_500) print(`still working, ${seconds(start)}`);
  }, 1_000);
  try {
    const result = await work({
      progress: (text) => {
        if (performance.now() - quietSince >= 1_000 || quietSince === start) print(text);
      },
      note: print,
    });
    const took = performance.now() - start > 1_000 ? `  (${seconds(start)})` : '';
    line('✓', title, `${typeof result === 'string' ? result : result.text}${took}`);
    return result;
  } catch (error) {
    line('✗', title, `failed after ${seconds(start)}`);
    throw error;
  } finally {
    clearInterval(alive);
  }
}
