import type { Socket } from 'node:net';
import { newId } from '../guard/secrets.ts';

const ids = new WeakMap<Socket, string>();

/** A name for a TCP connection, for as long as it lasts. */
export function connectionId(socket: Socket): string {
  const known = ids.get(socket);
  if (known) return known;
  const fresh = newId();
  ids.set(socket, fresh);
  return fresh;
}
