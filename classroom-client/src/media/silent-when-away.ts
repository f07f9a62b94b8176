import { SPEAKER_GRACE_MS } from '@tongke/shared-types';
import type { PublishWants } from '../layout/publish-wants.ts';

/**
 * [FL9] The server ends the turn of a room that is away for this long, and cannot tell the board: it closes its microphone by itself.
 * A shorter cut, a restart of the server among them, is not heard.
 */
export function createSilentWhenAway(now: () => number): (wants: PublishWants, online: boolean) => PublishWants {
  let awaySince: number | null = null;
  return (wants, online) => {
    awaySince = online ? null : (awaySince ?? now());
    const silent = awaySince !== null && now() - awaySince >= SPEAKER_GRACE_MS;
    return silent ? { ...wants, microphone: false } : wants;
  };
}
