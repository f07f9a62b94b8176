import { createHmac } from 'node:crypto';
import type { IceServer } from '@tongke/shared-types';

export interface TurnConfig {
  /** `turn:` and `turns:` addresses of one server. */
  readonly urls: readonly string[];
  /** Shared with the TURN server. */
  readonly secret: string;
}

/** Longer than any lesson, which ends after 12 hours at the latest (LS5). */
const VALID_MS = 12 * 3_600_000;

/**
 * [RC6] The school's TURN server with credentials for one person, as coturn's `use-auth-secret` checks them: the username is the second at
 * which they expire and a name, the password base64(HMAC-SHA1(secret, username)) ("A REST API For Access To TURN Services",
 * draft-uberti-behave-turn-rest-00, section 2.2). `now` is epoch ms.
 */
export function turnServers({ urls, secret }: TurnConfig, name: string, now: number): readonly IceServer[] {
  const username = `${Math.floor((now + VALID_MS) / 1_000)}:${name}`;
  const credential = createHmac('sha1', secret).update(username).digest('base64');
  return [{ urls, username, credential }];
}
