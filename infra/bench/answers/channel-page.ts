import {
  type AskData,
  type DataChannel,
  openDataChannel,
} from '../../../classroom-client/src/connection/data-channel.ts';
import { decodeTimingDown, encodeTimingDatagram } from '../../../shared-types/src/protocol/timing-bytes.ts';

declare global {
  interface Window {
    /** Asks the server on the socket of this tablet. */
    askData: (tablet: number, request: Parameters<AskData>[0]) => ReturnType<AskData>;
    /** Opens the tablet's data channel; false when it did not open. */
    openChannel: (tablet: number) => Promise<boolean>;
    closeChannels: () => void;
  }
}

/** Runs inside a page: the data channels of many tablets, each as the product's page opens its own; they answer pings. */
let channels: DataChannel[] = [];

window.openChannel = async (tablet) => {
  const message = (bytes: Uint8Array) => {
    const ping = decodeTimingDown(bytes);
    if (ping?.type === 'ping') own?.send(encodeTimingDatagram({ type: 'pong', nonce: ping.nonce }));
  };
  const opened = await openDataChannel((request) => window.askData(tablet, request), { message, lost: () => {} });
  const own = opened.ok ? opened.channel : null;
  if (own) channels.push(own);
  return own !== null;
};

window.closeChannels = () => {
  for (const channel of channels) channel.close();
  channels = [];
};
