import { type AskData, openDataChannel } from '../../../classroom-client/src/connection/data-channel.ts';
import { createDataPath, type SeatDataPath } from '../../../classroom-client/src/connection/data-path.ts';
import type { OpenChannel } from '../../../classroom-client/src/connection/open-channel.ts';
import { decodeTimingDown, encodeTimingDatagram } from '../../../shared-types/src/protocol/timing-bytes.ts';

declare global {
  interface Window {
    /** Asks the server on the socket of this tablet. */
    askData: (tablet: number, request: Parameters<AskData>[0]) => ReturnType<AskData>;
    /** Keeps a data channel open for the tablet; resolves when it is. */
    openChannel: (tablet: number) => Promise<void>;
    closeChannels: () => void;
  }
}

/** Runs inside a page: the data paths of many tablets, which the product's own code opens and opens again; they answer pings. */
const paths = new Map<number, SeatDataPath>();
const opened = new Map<number, () => void>();

window.openChannel = (tablet) =>
  new Promise((resolve) => {
    opened.set(tablet, resolve);
    pathOf(tablet).attend(String(tablet));
  });

window.closeChannels = () => {
  for (const path of paths.values()) path.close();
};

function pathOf(tablet: number): SeatDataPath {
  const known = paths.get(tablet);
  if (known) return known;
  const open: OpenChannel = async (handlers) => {
    const reply = await openDataChannel((request) => window.askData(tablet, request), handlers);
    if (reply.ok) opened.get(tablet)?.();
    return reply;
  };
  const path = createDataPath(async () => open);
  path.onMessage((bytes) => {
    const ping = decodeTimingDown(bytes);
    if (ping?.type === 'ping') path.send(encodeTimingDatagram({ type: 'pong', nonce: ping.nonce }));
  });
  paths.set(tablet, path);
  return path;
}
