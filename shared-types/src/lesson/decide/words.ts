import type { ClassroomId, SeatId } from '../../ids.ts';
import type { Command } from '../../protocol/commands.ts';
import { refuse } from '../../refusals.ts';
import { entryOf } from '../entry-of.ts';
import type { EventOf, LessonEvent } from '../events.ts';
import type { Classroom, LessonState, Time } from '../state.ts';
import { MOST_WAITING, OUTCOME_MS, type TeachersWord, WORD_MS } from '../words/teachers-word.ts';
import type { Context } from './context.ts';
import { happen, type Outcome, unless } from './outcome.ts';
import { findSeat } from './seats.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;
type Said = Pick<TeachersWord, 'from' | 'word' | 'seatId' | 'number'>;

/** [TW1] [TW5] The assistant says something to the lead teacher, without a sound. */
export function sayToLead(
  state: LessonState,
  classroom: Classroom,
  { word, seatId }: Of<'word.say'>,
  context: Context,
): Outcome {
  if (word !== 'call-on') return say(state, classroom, { from: 'room', word, seatId: null, number: null }, context);
  const seat = seatId === undefined ? null : findSeat(state, classroom.classroomId, seatId);
  if (!seat) return refuse('seat/unknown');
  return say(state, classroom, { from: 'room', word, seatId: seat.seatId, number: seat.number }, context);
}

/** [TW1] The lead teacher says something to the assistant of one classroom. */
export function sayToRoom(state: LessonState, { classroomId, word }: Of<'word.say-to'>, context: Context): Outcome {
  const classroom = entryOf(state.classrooms, classroomId);
  if (!classroom) return refuse('classroom/unknown');
  return say(state, classroom, { from: 'lead', word, seatId: null, number: null }, context);
}

/** [TW4] 知道了 of whom a word is for: the lead teacher (null), or the assistant of a classroom. A second one changes nothing. */
export function acknowledgeWord(
  { words }: LessonState,
  wordId: string,
  reader: ClassroomId | null,
  { now }: Context,
): Outcome {
  const word = words.find((one) => one.wordId === wordId);
  const theirs = word && (reader === null ? word.from === 'room' : word.from === 'lead' && word.classroomId === reader);
  if (!theirs || word.state === 'missed') return refuse('word/gone');
  return word.state === 'seen' ? happen() : happen(became('word.seen', word, now));
}

/** [TW4] Who asked that this pupil be called on sees that it was heard. */
export function calledOn({ words }: LessonState, classroomId: ClassroomId, seatId: SeatId, now: Time): LessonEvent[] {
  return words
    .filter((word) => word.classroomId === classroomId && word.seatId === seatId && word.state === 'waiting')
    .map((word) => became('word.seen', word, now));
}

/** [TW2] What time makes of words: one that waited for too long is missed, and one that is over goes. */
export function agedWords({ words }: LessonState, now: Time): LessonEvent[] {
  const aged = words.filter(({ until }) => now >= until);
  return aged.map((word) => (word.state === 'waiting' ? became('word.missed', word, now) : over(word)));
}

/** [TW2] The words that fit are gone. */
export function wordsOver({ words }: LessonState, fits: (word: TeachersWord) => boolean): LessonEvent[] {
  return words.filter(fits).map(over);
}

function say(state: LessonState, { classroomId, own, left }: Classroom, said: Said, { now, newId }: Context): Outcome {
  return unless(
    [
      [own, 'not-allowed'],
      [left, 'classroom/not-here'],
    ],
    () => {
      const waiting = state.words.filter(
        (other) =>
          other.classroomId === classroomId &&
          other.from === said.from &&
          other.word !== said.word &&
          other.state === 'waiting',
      );
      // [TW3] Words stand in the order in which they were said.
      const oldest = waiting.slice(0, Math.max(0, waiting.length + 1 - MOST_WAITING));
      return happen(...wordsOver(state, (word) => oldest.includes(word)), {
        type: 'word.said',
        wordId: newId(),
        classroomId,
        ...said,
        at: now,
        until: now + WORD_MS,
      });
    },
  );
}

function became(
  type: 'word.seen' | 'word.missed',
  { wordId, classroomId }: TeachersWord,
  at: Time,
): EventOf<'word.seen' | 'word.missed'> {
  return { type, wordId, classroomId, at, until: at + OUTCOME_MS };
}

function over({ wordId, classroomId }: TeachersWord): LessonEvent {
  return { type: 'word.over', wordId, classroomId };
}
