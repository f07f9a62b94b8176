import { expect, it } from 'vitest';
import { opusPacket } from '../rtp/opus-packet.ts';
import { RtpTally } from './rtp-tally.ts';

function tallyOf(...packets: readonly (readonly [ssrc: number, sequence: number])[]) {
  const tally = new RtpTally();
  for (const [ssrc, sequence] of packets) tally.take(opusPacket({ ssrc, sequence, payloadType: 111, bytes: 20 }));
  return { came: tally.came, sent: tally.sent };
}

it('counts each stream by itself, through the wrap of its numbers', () => {
  expect(tallyOf([1, 65_535], [2, 7], [1, 65_536], [2, 8])).toEqual({ came: 4, sent: 4 });
});

it('counts what is missing as sent, and what came late or twice as one', () => {
  expect(tallyOf([1, 10], [1, 14])).toEqual({ came: 2, sent: 5 });
  expect(tallyOf([1, 10], [1, 12], [1, 11], [1, 12])).toEqual({ came: 4, sent: 3 });
});

it('counts the packets that try a link as they come: their numbers jump', () => {
  expect(tallyOf([1_234, 10], [1_234, 900], [1_234, 20])).toEqual({ came: 3, sent: 3 });
});
