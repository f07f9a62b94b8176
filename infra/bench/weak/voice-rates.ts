import type { Page } from 'playwright-core';

/** IPv4, UDP and SRTP's tag, in bytes a packet: what the browser's own counters leave out. */
const AROUND = 20 + 8 + 10;

/** One voice on its way, headers included. */
export interface VoiceRate {
  readonly packetsPerSecond: number;
  readonly kbitPerSecond: number;
}

/** Counts from now on; the answer says what each voice that the page sends took on the wire, the plain one first. */
export async function voiceRates(page: Page): Promise<() => Promise<VoiceRate[]>> {
  const before = await page.evaluate(countVoices);
  return async () => {
    const now = await page.evaluate(countVoices);
    return now.map(({ id, at, packets, bytes }) => {
      const then = before.find((voice) => voice.id === id) ?? { at: before[0]?.at ?? at, packets: 0, bytes: 0 };
      const seconds = (at - then.at) / 1_000;
      const sent = packets - then.packets;
      return {
        packetsPerSecond: sent / seconds,
        kbitPerSecond: (8 * (bytes - then.bytes + AROUND * sent)) / seconds / 1_000,
      };
    });
  };
}

/** Runs inside the page: RTP headers and extensions count. */
async function countVoices() {
  const voices: { id: string; at: number; packets: number; bytes: number }[] = [];
  for (const connection of window.tongkeProbe.connections) {
    if (connection.connectionState === 'closed') continue;
    (await connection.getStats()).forEach((entry) => {
      if (entry.type !== 'outbound-rtp' || entry.kind !== 'audio') return;
      const { id, timestamp: at, packetsSent: packets, bytesSent, headerBytesSent } = entry;
      voices.push({ id, at, packets, bytes: bytesSent + headerBytesSent });
    });
  }
  return voices;
}
