/** A database that does not open or write in this time is done without: a browser that hangs must not hold an answer back. */
const PATIENCE_MS = 1_000;

/** Works in the database, or else as `otherwise` says. */
export type UseDatabase<Db> = <T>(work: (db: Db) => Promise<T>, otherwise: () => Promise<T>) => Promise<T>;

/** Opens a database at once; where the browser has none, or it fails or hangs, each piece of work is done otherwise. Never rejects by itself. */
export function databaseOr<Db>(open: () => Promise<Db>, patienceMs = PATIENCE_MS): UseDatabase<Db> {
  const opening = inTime(open(), patienceMs);
  return async (work, otherwise) => {
    const db = await opening;
    const trying = async () => db && { value: await work(db) };
    const done = await inTime(trying(), patienceMs);
    return done ? done.value : otherwise();
  };
}

/** What a promise comes to, or null where it fails or takes too long. */
function inTime<T>(promise: Promise<T>, patienceMs: number): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patienceMs, null);
    const end = (value: T | null) => {
      clearTimeout(timer);
      resolve(value);
    };
    promise.then(end, () => end(null));
  });
}
