import { LEAD_PEER, type PeerId } from '../ids.ts';
import type { Command } from '../protocol/commands.ts';
import { refuse } from '../refusals.ts';
import { type Actor, can } from '../roles.ts';
import { actsAsLead } from './acting/acts-as-lead.ts';
import type { BuzzerRound } from './buzzer/buzzer-state.ts';
import { openBuzzer } from './buzzer/open-round.ts';
import { pressUnmeasured } from './buzzer/press.ts';
import { pressForRoom } from './buzzer/press-for-room.ts';
import { awardBuzzer, decided, passBuzzer } from './buzzer/verdict.ts';
import { giveApplause, givePraise } from './decide/cheer.ts';
import { pauseClock, resumeClock, startClock, stopClock } from './decide/clock.ts';
import type { Context } from './decide/context.ts';
import { clearDraw, drawName } from './decide/draw.ts';
import { acceptTurn, clearFloor, endTurn, giveTurn, setMicrophone, takeTurn } from './decide/floor.ts';
import { lowerHand, raiseHand } from './decide/hands.ts';
import { clearInk, decideInk } from './decide/ink.ts';
import { leadOf } from './decide/lead-of.ts';
import { giveBackLead, handLead, takeBackLead, takeLead } from './decide/leading.ts';
import { endLesson, leaveLesson, readyBoard, startLesson } from './decide/lesson.ts';
import { chooseLink } from './decide/links.ts';
import { openFloor } from './decide/open-floor.ts';
import { happen, type Outcome } from './decide/outcome.ts';
import { reportPack } from './decide/pack.ts';
import { addPaper, showPaper } from './decide/papers.ts';
import { setPens, zoomPage } from './decide/pens.ts';
import { giveAnswer, giveAnswerFor } from './decide/question/answer.ts';
import { setHandCount } from './decide/question/hands.ts';
import { markQuestion } from './decide/question/mark.ts';
import { openQuestion } from './decide/question/open.ts';
import { closedIfRunning, endedEarly } from './decide/question/phases.ts';
import { explainQuestion, revealQuestion } from './decide/question/reveal.ts';
import { showAnswer } from './decide/question/show.ts';
import {
  allowSeat,
  claimSeat,
  closeDoor,
  denySeat,
  freeSeat,
  openDoor,
  requestSeat,
  resetRoom,
} from './decide/roster.ts';
import { shareRoomScreen, shareScreen, stopScreen } from './decide/screen.ts';
import { findSeat, seatRef } from './decide/seats.ts';
import { reportSelfTest } from './decide/self-test.ts';
import { showSlides, turnPage } from './decide/slides.ts';
import { allowTablet, denyTablet, shareTablet } from './decide/tablets.ts';
import { acknowledgeWord, sayToLead, sayToRoom } from './decide/words.ts';
import { collectWorks, removeWork, sendWork, showWorks } from './decide/works.ts';
import { entryOf } from './entry-of.ts';
import type { LessonEvent } from './events.ts';
import type { Classroom, LessonState } from './state.ts';

/**
 * The lesson's rules (SPEC.md): what a command of this actor does to this state. Pure. A refusal changes nothing.
 * The permission is decided here again for every command, whatever the gateway did before.
 */
export function decide(state: LessonState, command: Command, actor: Actor, context: Context): Outcome {
  if (!can(actor.role, command.type)) return refuse('not-allowed');
  if (state.phase === 'ended') return refuse('lesson/ended');
  if (actor.role === 'lead') return decideForLead(state, command, { actor, by: LEAD_PEER }, context);
  if (actor.role === 'second') return decideForSecond(state, command, actor, context);
  const classroom = entryOf(state.classrooms, actor.classroomId);
  if (!classroom) return refuse('classroom/unknown');
  switch (actor.role) {
    case 'board':
    case 'phone': {
      const { classroomId } = classroom;
      return actsAsLead(state, command, classroomId)
        ? decideForLead(state, command, { actor: leadOf(state), by: classroomId }, context)
        : decideForRoom(state, command, { actor, classroom }, context);
    }
    case 'pupil':
      return decideForPupil(state, command, actor, context);
    case 'shared':
      if (command.type === 'answer.give-for') return giveAnswerFor(state, command, { ...actor, classroom }, context);
      if (command.type === 'tablet.leave') return denyTablet(classroom, actor.tabletId);
      return refuse('not-allowed');
    case 'guest':
      if (command.type === 'seat.claim') return claimSeat(state, command.seatId, actor, context);
      if (command.type === 'seat.request') return requestSeat(state, command.seatId, actor, context);
      if (command.type === 'tablet.share') return shareTablet(classroom, command.tabletId, actor.device, context);
      return refuse('not-allowed');
  }
}

/** [LD6] A second teacher takes the lead, gives it back, and in between does what whoever acts may do. */
function decideForSecond(state: LessonState, command: Command, { staffId }: Second, context: Context): Outcome {
  if (!entryOf(state.seconds, staffId)) return refuse('not-allowed');
  if (command.type === 'lead.take') return takeLead(state, staffId, context);
  if (command.type === 'lead.give-back') return giveBackLead(state, staffId, context);
  if (!actsAsLead(state, command, staffId)) return refuse('not-allowed');
  return decideForLead(state, command, { actor: leadOf(state), by: staffId }, context);
}

type Second = Extract<Actor, { role: 'second' }>;
type Lead = Extract<Actor, { role: 'lead' }>;
type RoomActor = Extract<Actor, { role: 'board' | 'phone' }>;
type Pupil = Extract<Actor, { role: 'pupil' }>;

/** `by` draws: the lead teacher, or whoever acts in the teacher's place. */
function decideForLead(
  state: LessonState,
  command: Command,
  { actor, by }: { readonly actor: Lead; readonly by: PeerId },
  context: Context,
): Outcome {
  if (actor.staffId !== state.leadId) return refuse('not-allowed');
  switch (command.type) {
    case 'lesson.start':
      return startLesson(state, context);
    case 'lesson.end':
      return endLesson(state, context);
    case 'lead.hand':
      return handLead(state, command.to, context);
    case 'lead.take-back':
      return takeBackLead(state, context);
    case 'buzzer.open':
      return openBuzzer(state, command, context);
    case 'buzzer.award':
      return awardBuzzer(state, command, context);
    case 'buzzer.next':
      return passBuzzer(state, command.roundId, context);
    case 'question.open':
      return openQuestion(state, command, context);
    case 'question.reveal':
      return revealQuestion(state, command.roundId, context);
    case 'question.mark':
      return markQuestion(state, command);
    case 'question.show-answer':
      return showAnswer(state, command, context);
    case 'question.explain':
      return explainQuestion(state, command.roundId, context);
    case 'lesson.score-settings':
      return happen({ type: 'scoring.set', points: command.points, streaks: command.streaks });
    case 'round.close':
      return closeRound(state, command.roundId, context);
    case 'round.dismiss':
      return dismissRound(state, command.roundId, context);
    case 'turn.give':
      return giveTurn(state, command, context);
    case 'turn.end':
      return endTurn(state, command.turnId, actor, context);
    case 'floor.open':
      return openFloor(state, command, context);
    case 'floor.clear':
      return clearFloor(state, context);
    case 'name.draw':
      return drawName(state, command, context);
    case 'draw.clear':
      return clearDraw(state);
    case 'page.turn':
      return turnPage(state, command);
    case 'slides.show':
      return showSlides(state, command);
    case 'ink.draw':
    case 'ink.erase':
    case 'ink.undo':
      return decideInk(state, command, by);
    case 'ink.clear':
      return clearInk(state, command, by);
    case 'pens.set':
      return setPens(state, command);
    case 'page.zoom':
      return zoomPage(state, command);
    case 'paper.add':
      return addPaper(state, command.photo, context);
    case 'paper.show':
      return showPaper(state, command.paperId);
    case 'hand.lower':
      if (command.classroomId === undefined) return refuse('classroom/unknown');
      return lowerHand(state, { classroomId: command.classroomId, seatId: command.seatId ?? null });
    case 'hands.clear':
      return state.hands.length > 0 ? happen({ type: 'hands.cleared' }) : happen();
    case 'link.choose':
      return chooseLink(state, command, context);
    case 'clock.start':
      return startClock(state, command.seconds, context);
    case 'clock.pause':
      return pauseClock(state, context);
    case 'clock.resume':
      return resumeClock(state, context);
    case 'clock.stop':
      return stopClock(state);
    case 'works.collect':
      return collectWorks(state, command.open);
    case 'works.show':
      return showWorks(state, command);
    case 'work.remove':
      return removeWork(state, command.workId, null);
    case 'praise.give':
      return givePraise(state, command, context);
    case 'screen.share':
      return shareScreen(state, command.style, context);
    case 'screen.stop':
      return stopScreen(state, LEAD_PEER, context);
    case 'self-test.report':
      return reportSelfTest(state, LEAD_PEER, command.measures, context);
    case 'word.say-to':
      return sayToRoom(state, command, context);
    case 'word.acknowledge':
      return acknowledgeWord(state, command.wordId, null, context);
    default: {
      const own = Object.values(state.classrooms).find((classroom) => classroom.own);
      return own ? decideForRoom(state, command, { actor, classroom: own }, context) : refuse('classroom/unknown');
    }
  }
}

function decideForRoom(
  state: LessonState,
  command: Command,
  { actor, classroom }: { readonly actor: RoomActor | Lead; readonly classroom: Classroom },
  context: Context,
): Outcome {
  const { classroomId } = classroom;
  if ('classroomId' in command && (command.classroomId ?? classroomId) !== classroomId) return refuse('not-allowed');
  switch (command.type) {
    case 'door.open':
      return openDoor(classroom, context);
    case 'door.close':
      return closeDoor(classroom);
    case 'seat.release':
      return freeSeat(state, classroomId, command.seatId, context);
    case 'seat.allow':
      return allowSeat(state, classroomId, command, context);
    case 'seat.deny':
      return denySeat(state, classroomId, command.seatId);
    case 'room.reset':
      return resetRoom(state, classroom, context);
    case 'tablet.allow':
      return allowTablet(state, classroom, command.tabletId, context);
    case 'tablet.deny':
      return denyTablet(classroom, command.tabletId);
    case 'handcount.set':
      return setHandCount(state, command, classroomId);
    case 'buzzer.press':
      return pressForRoom(state, command, { role: actor.role, classroomId }, context);
    case 'board.ready':
      return readyBoard(state, classroom, context);
    case 'camera.report':
      return classroom.camera === command.camera
        ? happen()
        : happen({ type: 'camera.reported', classroomId, camera: command.camera });
    case 'camera.cover':
      return classroom.covered ? happen() : happen({ type: 'camera.covered', classroomId });
    case 'camera.uncover':
      return classroom.covered ? happen({ type: 'camera.uncovered', classroomId }) : happen();
    case 'pack.report':
      return reportPack(classroom, command);
    case 'lead.take':
      return takeLead(state, classroomId, context);
    case 'lead.give-back':
      return giveBackLead(state, classroomId, context);
    case 'classroom.leave':
      return leaveLesson(state, classroom, context);
    case 'hand.raise':
      return raiseHand(state, { classroomId, seatId: null }, command.reason, context);
    case 'hand.lower':
      return lowerHand(state, { classroomId, seatId: command.seatId ?? null });
    case 'turn.end':
      return endTurn(state, command.turnId, actor, context);
    case 'turn.take': {
      const { turnId, seatId } = command;
      return seatId === undefined ? refuse('seat/none') : takeTurn(state, { turnId, classroomId, seatId }, context);
    }
    case 'turn.accept':
      return acceptTurn(state, command.turnId, classroomId, context);
    case 'microphone.set':
      return setMicrophone(classroom, command.waits);
    case 'ink.draw':
    case 'ink.erase':
    case 'ink.undo':
      // With the pen: the board is what children stand at.
      return actor.role === 'board' ? decideInk(state, command, classroomId) : refuse('not-allowed');
    case 'work.send': {
      const { seatId, photo } = command;
      return seatId === undefined
        ? refuse('seat/none')
        : sendWork(state, { classroomId, seatId, photo }, false, context);
    }
    case 'work.remove':
      return removeWork(state, command.workId, { classroomId });
    case 'applause.give':
      return giveApplause(state, classroom, context);
    case 'screen.share':
      return shareRoomScreen(state, classroom, command.style, context);
    case 'screen.stop':
      return stopScreen(state, classroomId, context);
    case 'word.say':
      return sayToLead(state, classroom, command, context);
    case 'word.acknowledge':
      return acknowledgeWord(state, command.wordId, classroomId, context);
    case 'self-test.report':
      return reportSelfTest(state, classroomId, command.measures, context);
    default:
      return refuse('not-allowed');
  }
}

function decideForPupil(state: LessonState, command: Command, actor: Pupil, context: Context): Outcome {
  const { classroomId, seatId } = actor;
  const seat = findSeat(state, classroomId, seatId);
  if (!seat) return refuse('seat/none');
  switch (command.type) {
    case 'buzzer.press':
      if (command.zone !== undefined || command.hand) return refuse('not-allowed');
      return pressUnmeasured(state, command.roundId, { kind: 'seat', ...seatRef(seat) }, context);
    case 'answer.give':
      return giveAnswer(state, command, seat, context);
    case 'hand.raise':
      return raiseHand(state, { classroomId, seatId }, command.reason, context);
    case 'hand.lower':
      return lowerHand(state, { classroomId, seatId });
    case 'turn.take':
      if (command.seatId !== undefined && command.seatId !== seatId) return refuse('not-allowed');
      return takeTurn(state, { turnId: command.turnId, classroomId, seatId }, context);
    case 'work.send':
      if (command.seatId !== undefined && command.seatId !== seatId) return refuse('not-allowed');
      return sendWork(state, { classroomId, seatId, photo: command.photo }, true, context);
    case 'work.remove':
      return removeWork(state, command.workId, { classroomId, seatId });
    case 'seat.leave':
      return freeSeat(state, classroomId, seatId, context);
    default:
      return refuse('not-allowed');
  }
}

/** [BZ7] [QZ6] The lead teacher ends the waiting: a buzzer is decided now, a question's countdown is over now. */
function closeRound(state: LessonState, roundId: string, { now }: Context): Outcome {
  const { round } = state;
  if (round?.roundId !== roundId) return refuse('round/other');
  return happen(...(round.kind === 'buzzer' ? decidedIfOpen(state, round, now) : endedEarly(state, round, now)));
}

/** [QZ7] A round leaves the screens; an open one is closed first, so that no answer hangs between. */
function dismissRound(state: LessonState, roundId: string, { now }: Context): Outcome {
  const { round } = state;
  if (round?.roundId !== roundId) return refuse('round/other');
  const ending = round.kind === 'buzzer' ? decidedIfOpen(state, round, now) : closedIfRunning(state, now);
  return happen(...ending, { type: 'round.dismissed', roundId });
}

function decidedIfOpen(state: LessonState, round: BuzzerRound, now: number): LessonEvent[] {
  return round.order === null ? [decided(state, round, now)] : [];
}
