import { evolveActing } from './acting/evolve-acting.ts';
import { evolveBuzzer } from './buzzer/evolve-buzzer.ts';
import { evolveClock } from './clock/evolve-clock.ts';
import type { LessonEvent } from './events.ts';
import { type Put, putInCopy } from './evolve/put.ts';
import { evolveQuestion } from './evolve/question.ts';
import { evolveRoster } from './evolve/roster.ts';
import { evolveTablets } from './evolve/tablets.ts';
import { evolveWords } from './evolve/words.ts';
import { evolveFloor } from './floor/evolve-floor.ts';
import { evolveHands } from './hands/evolve-hands.ts';
import { evolveInk, unzoomed } from './ink/evolve-ink.ts';
import { NO_INK } from './ink/ink.ts';
import { evolveLinks } from './links/evolve-links.ts';
import { evolvePapers, paperAway } from './papers/evolve-papers.ts';
import { NO_PAPERS } from './papers/papers.ts';
import { evolveScreen, withoutItsScreen } from './screen/evolve-screen.ts';
import { evolveSeconds } from './second/evolve-seconds.ts';
import { evolveSlides } from './slides/evolve-slides.ts';
import type { LessonState } from './state.ts';
import { evolveWorks } from './works/evolve-works.ts';
import { NO_WORKS } from './works/works.ts';

/** As many rounds are remembered; what comes for an older one has been lost for a lesson. */
const PAST_ROUNDS = 50;

/** What an end takes off the screens without an event of its own. */
const AFTERWARDS = {
  draw: null,
  acting: null,
  slide: null,
  papers: NO_PAPERS,
  ink: NO_INK,
  screen: null,
  clock: null,
  praise: null,
  applause: {},
  works: NO_WORKS,
} as const;

/** The one fold: the server runs it to decide, every screen runs it to show. Pure; never throws on an event it does not need. */
export function evolve(state: LessonState, event: LessonEvent): LessonState {
  return evolveBy(putInCopy, state, event);
}

/** `evolve` with another way to set an entry of a long record. */
export function evolveBy(put: Put, state: LessonState, event: LessonEvent): LessonState {
  const after = next(put, state, event);
  const { round } = state;
  if (!round || after.round?.roundId === round.roundId) return after;
  return { ...after, pastRounds: [...after.pastRounds, round.roundId].slice(-PAST_ROUNDS) };
}

function next(put: Put, state: LessonState, event: LessonEvent): LessonState {
  switch (event.type) {
    case 'lesson.prepared': {
      const { type: _, ...prepared } = event;
      return { ...state, ...prepared };
    }
    case 'lesson.started':
      return { ...state, phase: 'live', startedAt: event.at };
    case 'lesson.ended':
      return { ...state, ...AFTERWARDS, phase: 'ended', endedAt: event.at };
    case 'lead.came':
      return { ...state, leadOnline: true, leadAwaySince: null, leadMissed: false };
    case 'lead.went':
      return { ...state, leadOnline: false, leadAwaySince: event.at };
    case 'lead.missed':
      return { ...state, leadMissed: true };
    case 'acting.began':
    case 'acting.came':
    case 'acting.went':
    case 'acting.ended':
      return evolveActing(state, event);
    case 'second.added':
    case 'second.removed':
    case 'second.came':
    case 'second.went':
      return evolveSeconds(state, event);
    case 'hand.raised':
    case 'hand.changed':
    case 'hand.lowered':
    case 'hands.cleared':
    case 'classroom.recalled':
      return evolveHands(state, event);
    case 'word.said':
    case 'word.seen':
    case 'word.missed':
    case 'word.over':
      return evolveWords(state, event);
    case 'name.drawn': {
      const { drawId, from, classroomId, seatId, number, at } = event;
      return { ...state, draw: { drawId, from, classroomId, seatId, number, at } };
    }
    case 'draw.cleared':
      return { ...state, draw: null };
    case 'deck.chosen':
    case 'page.turned':
      return unzoomed(paperAway(evolveSlides(state, event)));
    case 'slides.shown':
      return event.shown ? unzoomed(paperAway(evolveSlides(state, event))) : evolveSlides(state, event);
    case 'paper.added':
    case 'paper.shown':
      return unzoomed(evolvePapers(state, event));
    case 'ink.drawn':
    case 'ink.erased':
    case 'ink.cleared':
    case 'ink.undone':
    case 'pens.set':
    case 'page.zoomed':
      return evolveInk(state, event);
    case 'floor.opened':
    case 'turn.given':
    case 'turn.taken':
    case 'turn.accepted':
    case 'microphone.set':
      return evolveFloor(state, event);
    case 'turn.ended':
      return withoutItsScreen(state, event.turnId, evolveFloor(state, event));
    case 'screen.shared':
    case 'screen.ended':
      return evolveScreen(state, event);
    case 'clock.started':
    case 'clock.paused':
    case 'clock.resumed':
    case 'clock.stopped':
      return evolveClock(state, event);
    case 'works.opened':
    case 'works.closed':
    case 'work.sent':
    case 'work.removed':
    case 'works.shown':
      return evolveWorks(state, event);
    case 'praise.given': {
      const { type: _, ...praise } = event;
      return { ...state, praise };
    }
    case 'applause.given':
      return { ...state, applause: { ...state.applause, [event.classroomId]: event.at } };
    case 'track.published': {
      const { type: _, ...track } = event;
      return { ...state, tracks: { ...state.tracks, [event.trackId]: track } };
    }
    case 'track.closed': {
      const { [event.trackId]: _, ...tracks } = state.tracks;
      return { ...state, tracks };
    }
    case 'buzzer.armed':
    case 'buzzer.measured':
    case 'buzzer.started':
    case 'buzzer.false-started':
    case 'buzzer.pressed':
    case 'buzzer.counted':
    case 'buzzer.decided':
    case 'buzzer.awarded':
    case 'buzzer.passed':
      return evolveBuzzer(state, event, put);
    case 'question.opened':
    case 'question.started':
    case 'question.shortened':
    case 'answer.given':
    case 'answer.counted':
    case 'handcount.set':
    case 'question.closed':
    case 'question.marked':
    case 'question.revealed':
    case 'question.tallied':
    case 'answer.shown':
    case 'question.explained':
      return evolveQuestion(state, event, put);
    case 'round.dismissed':
      return state.round?.roundId === event.roundId ? { ...state, round: null } : state;
    case 'scoring.set':
      return { ...state, scoring: { points: event.points, streaks: event.streaks } };
    case 'link.changed':
    case 'link.chosen':
      return evolveLinks(state, event);
    case 'self-test.done': {
      const { peerId, findings, at } = event;
      return { ...state, selfTests: { ...state.selfTests, [peerId]: { findings, at } } };
    }
    case 'branch.merged': {
      const { type: _, ...branch } = event;
      return { ...state, branches: { ...state.branches, [event.branchId]: branch } };
    }
    case 'tablet.requested':
    case 'tablet.shared':
    case 'tablet.unshared':
    case 'tablet.came':
    case 'tablet.went':
      return evolveTablets(state, event);
    default:
      return evolveRoster(state, event);
  }
}
