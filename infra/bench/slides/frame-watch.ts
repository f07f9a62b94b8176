import type { Page } from 'playwright-core';

/** What a page's WebSockets brought: payload and head of each frame (RFC 6455, 5.2), without TCP and TLS. */
export interface FrameWatch {
  /** Bytes of all frames so far. */
  bytes(): number;
  /** Payloads of turned pages so far, in bytes. */
  readonly turns: readonly number[];
}

/** Follows the sockets that the page opens from now on. */
export function watchFrames(page: Page): FrameWatch {
  let all = 0;
  const turns: number[] = [];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      const length = Buffer.byteLength(payload);
      all += length + (length > 65_535 ? 10 : length > 125 ? 4 : 2);
      if (String(payload).startsWith('42["page",')) turns.push(length);
    }),
  );
  return { bytes: () => all, turns };
}
