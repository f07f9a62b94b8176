/** Waits until something that real sockets bring about is so; rejects after 15 s with what was waited for. */
export async function until(what: string, holds: () => boolean, ms = 15_000): Promise<void> {
  const deadline = performance.now() + ms;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
