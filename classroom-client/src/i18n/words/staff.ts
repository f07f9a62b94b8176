import type { Words } from '../words.ts';

/** Words of the staff's pages: administration, setup, invitations, pairing, the assistant's phone. */
export const staff = {
  title: { zh: '管理', en: 'Administration' },
} as const satisfies Words;
