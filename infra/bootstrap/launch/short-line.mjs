const WARN = 40;
/** Comes as a message too, and the launcher prints it from there. */
const FATAL = 60;
const LEVELS = [
  { from: 50, word: 'error' },
  { from: WARN, word: 'warning' },
];

/**
 * What the terminal shows of one line that a server printed: warnings and errors in short, text that is no log record as it is, and
 * nothing (undefined) of the rest.
 * @param {string} line
 * @returns {string | undefined}
 */
export function shortLine(line) {
  if (!line.startsWith('{')) return line.trim() === '' ? undefined : line;
  let record;
  try {
    record = JSON.parse(line);
  } catch {
    return line;
  }
  if (typeof record.level !== 'number') return line;
  if (record.level >= FATAL) return undefined;
  const level = LEVELS.find(({ from }) => record.level >= from);
  if (!level) return undefined;
  const cause = record.err?.message ?? record.error?.message;
  return [`${level.word}:`, record.msg, cause && cause !== record.msg ? `(${cause})` : undefined]
    .filter(Boolean)
    .join(' ');
}
