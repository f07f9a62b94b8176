import { type Actor, type LessonState, viewFor } from '@tongke/shared-types';

/** The fields of a round, of a work, and of a paper, that hold the hash of a picture or photo. */
const FIELDS = ['picture', 'photo'];

/**
 * [BL5] Whether what this person's screen is shown of the lesson now names the picture or photo. The view is the permission: a
 * teacher who shows a photo puts it into the views of the boards, and whose view holds no hash gets no file.
 */
export function namesBlob(viewer: Actor, state: LessonState, hash: string): boolean {
  const { round, works, papers } = viewFor(viewer, state);
  return holds(round, hash) || holds(works, hash) || holds(papers, hash);
}

function holds(value: unknown, hash: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) =>
    typeof inner === 'string' ? inner === hash && FIELDS.includes(key) : holds(inner, hash),
  );
}
