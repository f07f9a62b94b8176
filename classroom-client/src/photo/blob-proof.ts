import { createContext } from 'react';

/**
 * How this page proves who it is when it asks for a picture: headers. Staff need none, the session's cookie goes along by itself.
 */
export const BlobProof = createContext<Readonly<Record<string, string>>>({});

/** [BL4] [BL5] What a tablet says of itself. */
export function seatProof(lessonId: string, deviceKey: string): Readonly<Record<string, string>> {
  return { authorization: `Seat ${lessonId}.${deviceKey}` };
}

/** What a board or an assistant's phone says of itself. */
export function deviceProof(token: string): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${token}` };
}
