import { AcceptInvite } from './AcceptInvite.tsx';
import { FirstStart } from './FirstStart.tsx';
import { LinkProblem } from './LinkProblem.tsx';
import { linkToken } from './link-token.ts';
import { SignIn } from './SignIn.tsx';

/** The pages that one-time links open: the first start, an invitation, a way back in. */
export function Setup() {
  const token = linkToken(location.hash);
  if (!token) return <LinkProblem reason={null} onRetry={() => location.reload()} />;
  if (location.pathname.endsWith('/invite')) return <AcceptInvite token={token} />;
  return location.pathname.endsWith('/setup') ? <FirstStart token={token} /> : <SignIn token={token} />;
}
