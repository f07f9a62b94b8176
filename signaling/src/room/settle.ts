import {
  type CommandReply,
  type Context,
  type Fold,
  type LessonId,
  type LessonState,
  lessonEvent,
  type Outcome,
  type Refused,
  refuse,
  type Time,
  type Viewer,
} from '@tongke/shared-types';
import type { CommandKey, CommandOutcome, LogEntry } from '../store/event-store.ts';
import { StoreUnavailable } from '../store/store-unavailable.ts';
import { answerAgain } from './answer-again.ts';
import type { Happened } from './happened.ts';
import type { RoomDeps } from './lesson-room.ts';
import type { Presence } from './waiting-observations.ts';

/** Something that waits in a lesson's queue. */
export interface Asked {
  /** When it arrived; the rules go by this, however long the queue is. */
  readonly at: Time;
  readonly actor: Viewer;
  readonly key: CommandKey | null;
  readonly rule: (state: LessonState, context: Context) => Outcome;
  readonly answer: (reply: CommandReply) => void;
  /** An observation, which must not be lost to a full disk. */
  readonly kept: boolean;
  readonly presence: Presence | null;
  /** How often it stood in a batch that failed for another reason. */
  readonly failures?: number;
}

type Replies = readonly (readonly [Asked, CommandReply])[];

/** What became of a batch: adopted as a whole, or not at all. */
export type Settled =
  | { readonly ok: true; readonly happened: readonly Happened[]; readonly replies: Replies }
  | { readonly ok: false; readonly reason: 'fenced' }
  | { readonly ok: false; readonly reason: 'unavailable' | 'failed'; readonly replies: Replies };

type Followed = { readonly ok: true; readonly happened: readonly Happened[] } | Refused;

interface Standing {
  readonly lessonId: LessonId;
  readonly epoch: number;
  readonly fold: Fold;
  readonly version: number;
}

type Deps = Omit<RoomDeps, 'fresh'> & { readonly fresh: Omit<Context, 'now'> };

/** [RS3] [RS4] Decides a batch one by one against the evolving state and appends it in one transaction. Never throws. */
export async function settle(batch: readonly Asked[], standing: Standing, deps: Deps): Promise<Settled> {
  const { store, log } = deps;
  const { lessonId, epoch, fold } = standing;
  const before = fold.mark();
  const refused = (refusal: 'storage-unavailable' | 'internal'): Settled => {
    fold.backTo(before);
    const reason = refusal === 'internal' ? 'failed' : 'unavailable';
    return { ok: false, reason, replies: batch.map((asked) => [asked, refuse(refusal)]) };
  };
  try {
    const ids = batch.flatMap(({ key }) => (key ? [key.id] : []));
    const known = await store.outcomesOf(lessonId, ids);
    const { entries, happened, replies } = decideAll(batch, standing, known, deps);
    if (entries.length === 0) return { ok: true, happened, replies };
    const appended = await store.append({ lessonId, expectedVersion: standing.version, epoch, entries });
    if (appended.ok) {
      fold.keep();
      return { ok: true, happened, replies };
    }
    if (appended.reason === 'fenced') {
      fold.backTo(before);
      log.warn({ lesson: lessonId, epoch }, 'another owner has taken the lesson over');
      return { ok: false, reason: 'fenced' };
    }
    log.error({ lesson: lessonId, trouble: appended.detail }, 'nothing can be saved; the lesson can be watched');
    return refused('storage-unavailable');
  } catch (error) {
    log.error({ lesson: lessonId, err: error }, 'a batch of commands failed');
    return refused(error instanceof StoreUnavailable ? 'storage-unavailable' : 'internal');
  }
}

function decideAll(
  batch: readonly Asked[],
  standing: Standing,
  known: ReadonlyMap<string, CommandOutcome>,
  { fresh, log }: Deps,
) {
  const outcomes = new Map(known);
  const entries: LogEntry[] = [];
  const happened: Happened[] = [];
  const replies: (readonly [Asked, CommandReply])[] = [];
  const { fold } = standing;
  let { version } = standing;
  for (const asked of batch) {
    const { at, actor, key, rule } = asked;
    const first = key && outcomes.get(key.id);
    if (first) {
      replies.push([asked, answerAgain(first, key.hash)]);
      continue;
    }
    const before = fold.mark();
    const outcome = ruled(() => follow(rule(fold.state, { ...fresh, now: at }), fold, version), log);
    if (!outcome.ok) {
      fold.backTo(before);
      replies.push([asked, outcome]);
      continue;
    }
    happened.push(...outcome.happened);
    version += outcome.happened.length;
    if (key) outcomes.set(key.id, { hash: key.hash, version });
    if (key || outcome.happened.length > 0) {
      entries.push({ at, actor, command: key, events: outcome.happened.map(({ event }) => event) });
    }
    replies.push([asked, { ok: true, version }]);
  }
  return { entries, happened, replies };
}

/** What a rule decided, folded into the state. Throws when an event has no shape that the log could read again. */
function follow(outcome: Outcome, fold: Fold, version: number): Followed {
  if (!outcome.ok) return outcome;
  const happened = outcome.events.map((decided, index): Happened => {
    const event = lessonEvent.parse(decided);
    const before = fold.state;
    return { version: version + index + 1, event, before, after: fold.add(event) };
  });
  return { ok: true, happened };
}

/** [AC8] An exception in a rule is a bug of ours: it costs this one command, never the lesson. */
function ruled(rule: () => Followed, log: RoomDeps['log']): Followed {
  try {
    return rule();
  } catch (error) {
    log.error({ err: error }, 'a rule threw');
    return refuse('internal');
  }
}
