/**
 * Turns ninja's `[12/260] …` lines into one line for every further ten percent.
 * @param {(text: string) => void} log
 * @returns {(line: string) => void}
 */
export function ninjaPercent(log) {
  let shown = -1;
  return (line) => {
    const found = /^\[(\d+)\/(\d+)\]/.exec(line);
    if (!found) return;
    const percent = Math.floor((10 * Number(found[1])) / Number(found[2])) * 10;
    if (percent <= shown) return;
    shown = percent;
    log(`${percent} %`);
  };
}
