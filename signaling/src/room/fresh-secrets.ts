import { randomBytes, randomInt } from 'node:crypto';
import type { Context } from '@tongke/shared-types';

const CODES = 1_000_000;

/** Ids, tickets, door codes and lots that nobody can guess; a code that is taken is drawn again. */
export function freshSecrets(isCodeTaken: (code: string) => boolean): Omit<Context, 'now' | 'masked'> {
  return {
    newId: () => randomBytes(12).toString('base64url'),
    newTicket: () => randomBytes(16).toString('base64url'),
    random: () => randomInt(2 ** 32) / 2 ** 32,
    newCode() {
      for (;;) {
        const code = String(randomInt(CODES)).padStart(6, '0');
        if (!isCodeTaken(code)) return code;
      }
    },
  };
}
