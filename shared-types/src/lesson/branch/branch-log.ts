import { z } from 'zod';
import { DECK_LIMITS } from '../../http/deck-limits.ts';
import { buzzerOpen } from '../../protocol/buzzer-commands.ts';
import { clockCommands } from '../../protocol/clock-commands.ts';
import { id } from '../../protocol/id.ts';
import { answerGive, handCountSet, questionOpen } from '../../protocol/question-commands.ts';
import { ownSlideCommands } from '../../protocol/slide-commands.ts';
import { time } from '../event-shape.ts';

const ofRound = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), roundId: id });

/** Seats whose tablets the board reaches directly, and those that it has lost. */
const tabletsReached = z.strictObject({
  type: z.literal('tablets.reached'),
  came: z.array(id).max(200),
  went: z.array(id).max(200),
});

/** [BR9] What a pupil's tablet gives on a branch that is handed in. A press is judged by when it arrived. */
export const givenActs = [answerGive, ofRound('buzzer.press')] as const;

/** [BR2] What a classroom may do by itself while its link is cut. A question names which one of the pack it is, or none of them. */
export const branchAct = z.discriminatedUnion('type', [
  ...ownSlideCommands,
  questionOpen.extend({ questionId: id.nullable() }),
  handCountSet,
  buzzerOpen,
  ofRound('round.close'),
  ofRound('question.reveal'),
  ofRound('round.dismiss'),
  ...clockCommands,
  tabletsReached,
  ...givenActs,
]);
export type BranchAct = z.infer<typeof branchAct>;

/** One act of a branch: its number, from 1 on, when it was done on the server's clock as far as the board knew it, and of a pupil's act the seat. */
export const branchEntry = z.strictObject({ n: z.int().min(1), at: time, act: branchAct, seatId: id.optional() });
export type BranchEntry = z.infer<typeof branchEntry>;

/** A branch of this many acts gives way to another one; one of `MOST_ACTS` takes no more, so that its log fits into one request. */
export const FULL_ACTS = 300;
export const MOST_ACTS = 800;
/** The longest request that brings a branch's log, in bytes. */
export const BRANCH_LOG_BYTES = 512 * 1024;
/** As many questions a branch asks, and as many buzzers; then another one goes on. One event tells all of them in 4 kB. */
export const BRANCH_ROUNDS = 8;

/** Where the classroom stood when its branch began; title and pictures of the deck stay on the board. */
const branchSlide = z.strictObject({
  deckId: id,
  pages: z.int().min(1).max(DECK_LIMITS.pages),
  page: z.int().min(1).max(DECK_LIMITS.pages),
  shown: z.boolean(),
});

/** [BR3] A branch as the board sends it: everything that one classroom did in one cut of its link. */
export const branchLog = z
  .strictObject({
    branchId: id,
    /** Since when the link was gone, and from when to when the classroom went on by itself. */
    cutAt: time,
    from: time,
    to: time,
    slide: branchSlide.nullable(),
    entries: z.array(branchEntry).max(MOST_ACTS),
  })
  .refine(({ entries }) => entries.every(({ n }, index) => n > (entries[index - 1]?.n ?? 0)));
export type BranchLog = z.infer<typeof branchLog>;
