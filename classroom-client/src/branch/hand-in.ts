import { type BranchLog, logForServer } from '@tongke/shared-types';
import { call } from '../api/call.ts';
import type { BranchShelf } from './branch-shelf.ts';

/** What no server has wanted for so long is forgotten, ms. */
const KEEP_MS = 7 * 86_400_000;

type Post = (lessonId: string, log: BranchLog) => Promise<{ readonly ok: boolean }>;

/** The board's way to the server. */
export function postBranch(token: string): Post {
  return (lessonId, log) => call('POST /api/lessons/:id/branches', { id: lessonId, token, body: log });
}

/**
 * [BR4] Hands in the branches that are over, the oldest first; one that the server has is forgotten. Answers whether all are in: what did not
 * come through stays and is sent again.
 */
export async function handIn(shelf: BranchShelf, post: Post, now: number): Promise<boolean> {
  let all = true;
  for (const { standing, to, ...branch } of await shelf.branches()) {
    if (to === null) continue;
    const log = logForServer({ ...branchOf(branch), to, entries: [...(await shelf.entries(branch.branchId))] });
    const { ok } = await post(standing.trunk.lessonId, log);
    if (ok || now - to > KEEP_MS) await shelf.forget(branch.branchId);
    else all = false;
  }
  return all;
}

/** Nothing but what a log has: the shelf may know more. */
function branchOf({ branchId, cutAt, from, slide }: Omit<BranchLog, 'entries' | 'to'>) {
  return { branchId, cutAt, from, slide };
}
