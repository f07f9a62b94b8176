/** What the work answers, or null when it fails or takes longer. */
export function atMost<T>(ms: number, work: Promise<T>): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms, null);
    const done = (value: T | null) => {
      clearTimeout(timer);
      resolve(value);
    };
    work.then(done, () => done(null));
  });
}
