/** A running process that was started with `--inspect=127.0.0.1:0`, seen through its inspector. */
export interface Inspected {
  /** What lives on the JavaScript heap after a garbage collection, bytes. */
  heap(): Promise<number>;
  close(): void;
}

/** `output` is what the process printed: it tells its inspector's address there. */
export async function inspect(output: string): Promise<Inspected> {
  const url = /ws:\/\/127\.0\.0\.1:\d+\/[0-9a-f-]+/.exec(output)?.[0];
  if (!url) throw new Error('the process does not tell where its inspector is');
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', reject, { once: true });
  });
  let asked = 0;
  const ask = (method: string) =>
    new Promise<{ usedSize: number }>((resolve) => {
      const id = ++asked;
      const heed = ({ data }: MessageEvent) => {
        const reply = JSON.parse(String(data)) as { id?: number; result: { usedSize: number } };
        if (reply.id !== id) return;
        socket.removeEventListener('message', heed);
        resolve(reply.result);
      };
      socket.addEventListener('message', heed);
      socket.send(JSON.stringify({ id, method }));
    });
  return {
    async heap() {
      for (let time = 0; time < 3; time += 1) await ask('HeapProfiler.collectGarbage');
      return (await ask('Runtime.getHeapUsage')).usedSize;
    },
    close: () => socket.close(),
  };
}
