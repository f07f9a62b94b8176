import type { Refusal } from '@tongke/shared-types';
import type { Revoked } from '../guard/revocations.ts';
import type { Proof } from './session.ts';

/** [AC7] The word for whoever proved this, when it is what was taken back; else null. */
export function farewell(proof: Proof, { kind, id }: Revoked): Refusal | null {
  if (proof.kind === 'staff') {
    const hit = (kind === 'session' && id === proof.sessionId) || (kind === 'account' && id === proof.accountId);
    return hit ? 'not-signed-in' : null;
  }
  if (proof.kind !== 'device' || kind !== 'device' || id !== proof.deviceId) return null;
  return proof.device === 'phone' ? 'phone/removed' : 'board/removed';
}
