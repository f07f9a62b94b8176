import type { TimingDown } from '@tongke/shared-types';
import { FakeScreen } from '@tongke/signaling/testing';

/** The board of a room with a tablet: it answers pings, by which the server knows the room's network, and follows nothing else. */
export async function openWitness(port: number, token: string): Promise<FakeScreen> {
  const board = new FakeScreen({ url: `http://127.0.0.1:${port}`, credentials: { as: 'board', token } });
  const { socket } = board;
  socket.off('events');
  socket.on('timing', (message: TimingDown) => {
    if (message.type === 'ping') socket.emit('timing', { type: 'pong', nonce: message.nonce });
    if (message.type === 'cue') socket.emit('timing', { type: 'cued', roundId: message.roundId });
  });
  const reply = await board.hello();
  if (!reply.ok) throw new Error(`a board's hello was refused: ${reply.reason}`);
  board.stay();
  return board;
}
