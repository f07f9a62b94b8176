/** How long a database may take before it is done without, ms: a browser that hangs must not hold anything back. */
export interface Patience {
  /** To open. */
  readonly openMs: number;
  /** For each piece of work. */
  readonly workMs: number;
}

/** Works in the database, or else as `otherwise` says; with a patience of its own where it must not be given up too early. */
export type UseDatabase<Db> = <T>(
  work: (db: Db) => Promise<T>,
  otherwise: () => Promise<T>,
  workMs?: number,
) => Promise<T>;

/** Opens a database at once; where the browser has none, or it fails or hangs, each piece of work is done otherwise. Never rejects by itself. */
export function databaseOr<Db>(open: () => Promise<Db>, patience: Patience): UseDatabase<Db> {
  const opening = inTime(open(), patience.openMs);
  return async (work, otherwise, workMs = patience.workMs) => {
    const db = await opening;
    const trying = async () => db && { value: await work(db) };
    const done = await inTime(trying(), workMs);
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
