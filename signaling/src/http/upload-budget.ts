import {
  type ApiRoute,
  BANK_LIMITS,
  BRANCH_LOG_BYTES,
  DECK_LIMITS,
  type FileRoute,
  PHOTO_BYTES,
  PICTURE_BYTES,
  type Refusal,
  refuse,
  SELF_TEST_BYTES,
} from '@tongke/shared-types';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The most bytes of each route's file, and what is said of a longer one. A roster of 80 children is far below 256 kB. */
const FILES: Readonly<Record<FileRoute, { readonly most: number; readonly longer: Refusal }>> = {
  'PUT /api/classrooms/:id/roster': { most: 256 * 1024, longer: 'too-large' },
  'POST /api/questions/import': { most: BANK_LIMITS.fileBytes, longer: 'too-large' },
  'PUT /api/decks/:id/file': { most: DECK_LIMITS.chunk, longer: 'too-large' },
  'POST /api/blobs': { most: PICTURE_BYTES, longer: 'blob/too-large' },
  'POST /api/self-test': { most: SELF_TEST_BYTES.up, longer: 'too-large' },
  'POST /api/photos/:id': { most: PHOTO_BYTES, longer: 'blob/too-large' },
  'POST /api/works/:id': { most: PHOTO_BYTES, longer: 'blob/too-large' },
};
/** Files that are being read or wait to be converted, together. */
const IN_HAND_BYTES = 64_000_000;

export function isFileRoute(route: ApiRoute): route is FileRoute {
  return route in FILES;
}

/** The most that a route's body may have, where it is a file or a branch's log. */
export function bodyLimitOf(route: ApiRoute): number | undefined {
  if (route === 'POST /api/lessons/:id/branches') return BRANCH_LOG_BYTES;
  return isFileRoute(route) ? FILES[route].most : undefined;
}

/** [BL3] Files come into memory before they are looked at: says before one is read whether there is room for it, and keeps it until the answer has left. */
export function uploadBudget() {
  let inHand = 0;
  return (route: ApiRoute, request: FastifyRequest, reply: FastifyReply) => {
    if (!isFileRoute(route)) return null;
    const { most, longer } = FILES[route];
    const said = Number(request.headers['content-length'] ?? most);
    if (said > most) return refuse(longer);
    if (inHand + said > IN_HAND_BYTES) return refuse('busy-try-again');
    inHand += said;
    reply.raw.once('close', () => {
      inHand -= said;
    });
    return null;
  };
}
