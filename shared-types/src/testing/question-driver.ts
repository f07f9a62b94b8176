import type { Answer } from '../lesson/question/answer.ts';
import type { HandCounts } from '../lesson/question/hand-keys.ts';
import type { QuestionRound } from '../lesson/question/round.ts';
import type { Task } from '../lesson/question/task.ts';
import type { Command } from '../protocol/commands.ts';
import type { Refusal } from '../refusals.ts';
import { board, guest, LEAD, LessonDriver, pupil, roomOf, shared } from './lesson-driver.ts';
import { ask } from './questions.ts';

type Open = Extract<Command, { type: 'question.open' }>;

/** A running lesson of three pupils a room in which one question is asked; the named seats have their own tablets. */
export class QuestionDriver {
  readonly lesson: LessonDriver;

  constructor(task: Task, seatIds: readonly string[] = [], more: Partial<Open> = {}, lesson?: LessonDriver) {
    this.lesson = lesson ?? LessonDriver.live(...seatIds);
    this.ask(task, more);
  }

  get round(): QuestionRound {
    const { round } = this.lesson.state;
    if (round?.kind !== 'question') throw new Error('there is no question');
    return round;
  }

  ask(task: Task, more: Partial<Open> = {}): Refusal | null {
    return this.lesson.do(LEAD, ask(task, more));
  }

  answer(seatId: string, answer: Answer, roundId = this.round.roundId): Refusal | null {
    return this.lesson.do(pupil(seatId), { type: 'answer.give', roundId, answer });
  }

  /** On the shared tablet `t1` of the room of the first of these seats. */
  answerFor(seatIds: readonly string[], answer: Answer): Refusal | null {
    const { roundId } = this.round;
    const actor = shared(roomOf(seatIds[0] ?? ''), 't1');
    return this.lesson.do(actor, { type: 'answer.give-for', roundId, seatIds: [...seatIds], answer });
  }

  /** A tablet, `t1`, is handed round in this room. */
  share(room: string): void {
    this.lesson.do(guest(room, `shared-${room}`), { type: 'tablet.share', tabletId: 't1' });
    this.lesson.do(board(room), { type: 'tablet.allow', tabletId: 't1' });
  }

  hands(room: string, counts: HandCounts): Refusal | null {
    return this.lesson.do(board(room), { type: 'handcount.set', roundId: this.round.roundId, counts });
  }

  lead(type: 'round.dismiss' | 'question.reveal' | 'question.explain'): Refusal | null {
    return this.lesson.do(LEAD, { type, roundId: this.round.roundId });
  }

  close(): Refusal | null {
    return this.lesson.close();
  }

  reveal(): void {
    this.close();
    this.lead('question.reveal');
  }

  show(item: Extract<Command, { type: 'question.show-answer' }>['item']): Refusal | null {
    return this.lesson.do(LEAD, { type: 'question.show-answer', roundId: this.round.roundId, item });
  }

  mark(correct: Extract<Command, { type: 'question.mark' }>['correct']): Refusal | null {
    return this.lesson.do(LEAD, { type: 'question.mark', roundId: this.round.roundId, correct });
  }
}
