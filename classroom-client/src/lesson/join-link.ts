import type { Addresses, Classroom } from '@tongke/shared-types';

/** What the pupils' QR code says: the address that tablets reach with the room's ticket behind it. */
export function joinLink({ join }: Addresses, { ticket }: Pick<Classroom, 'ticket'>): string {
  return `${join.replace(/\/+$/, '')}/${ticket}`;
}

/** Where the six digits are typed, as a person reads it aloud. */
export function joinAddress({ join }: Addresses): string {
  return join.replace(/^https?:\/\//, '').replace(/\/+$/, '');
}
