import type { DirectUp, PicturePiece } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askPictures } from './ask-pictures.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const HASH = 'ab'.repeat(32);

/** A tablet whose board answers what the test says. */
function rig() {
  const sent: DirectUp[] = [];
  const pictures = askPictures((message) => sent.push(message));
  const came = pictures.ask(HASH);
  const say = async (piece: Partial<PicturePiece>) => {
    pictures.take({ type: 'piece', hash: HASH, from: 0, bytes: 4, data: '', ...piece });
    await vi.advanceTimersByTimeAsync(0);
  };
  const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  return { sent, pictures, came, say, wait };
}

test('[BR13] a piece that does not come is asked for again, four times in all; each that comes is followed by the next', async () => {
  const { sent, came, say, wait } = rig();
  await wait(3_000);
  await say({ data: btoa('ab') });
  await wait(3_000);
  await say({ from: 7, data: btoa('xx') });
  expect(sent.map((message) => 'from' in message && message.from)).toEqual([0, 0, 2, 2]);
  await say({ from: 2, data: btoa('cd') });
  const picture = await came;
  expect([await picture?.text(), picture?.type]).toEqual(['abcd', 'image/jpeg']);

  const silent = rig();
  await silent.wait(12_000);
  expect([await silent.came, silent.sent.length]).toEqual([null, 4]);
});

test('[BR13] what is no piece of a picture that is kept ends it: no bytes, no base64, more than it has or than any has', async () => {
  const wrong = [{ bytes: 0 }, { data: '%' }, { data: btoa('abcde') }, { bytes: 200_001, data: btoa('ab') }];
  for (const piece of wrong) {
    const { came, say, sent } = rig();
    await say(piece);
    expect([await came, sent.length]).toEqual([null, 1]);
  }
});
