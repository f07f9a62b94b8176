import { randomBytes } from 'node:crypto';
import { refuse, SELF_TEST_BYTES } from '@tongke/shared-types';
import { allowanceForEach } from '../../guard/allowance-for-each.ts';
import type { Allowance } from '../../guard/token-bucket.ts';
import type { BlobViewer, Handlers } from '../handlers.ts';
import type { HttpDeps } from '../http-deps.ts';

/** A test takes one each way: five tests at once, and then one every 40 s. */
const TRANSFERS: Allowance = { burst: 10, perSecond: 0.05 };
/** More boards and members of staff than one server has. */
const TESTERS = 5_000;

/** [ST3] How fast a link is: bytes that nothing on the way can make smaller, for boards, phones and staff. */
export function selfTestRoutes({ now }: HttpDeps): Handlers<'GET /api/self-test' | 'POST /api/self-test'> {
  const mayTransfer = allowanceForEach(TRANSFERS, TESTERS, now);
  const file = randomBytes(SELF_TEST_BYTES.down);
  const refusedTo = ({ staff, board, seat }: BlobViewer) => {
    if (seat) return refuse('not-allowed');
    return mayTransfer(staff?.accountId ?? board?.deviceId ?? '') ? null : refuse('too-many-requests');
  };
  return {
    'GET /api/self-test': async (request) => refusedTo(request) ?? { file, type: 'application/octet-stream' },
    'POST /api/self-test': async (request) => refusedTo(request) ?? {},
  };
}
