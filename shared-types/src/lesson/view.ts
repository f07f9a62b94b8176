import type { Viewer } from '../roles.ts';
import { buzzerFor } from './buzzer/buzzer-view.ts';
import { praiseFor } from './cheer/cheer-view.ts';
import { inkFor } from './ink/ink-view.ts';
import { questionFor } from './question/question-for.ts';
import { filterKeys, mapValues } from './records.ts';
import { singlesFor } from './singles-for.ts';
import type { Classroom, LessonState, Round, Seat } from './state.ts';
import {
  holdsRoom,
  type Person,
  seesApplause,
  seesHand,
  seesLink,
  seesRoster,
  seesSeat,
  seesWords,
} from './visible.ts';
import { worksFor } from './works/works-view.ts';

/**
 * The state as this viewer may hold it. For every state s, viewer v and event e:
 * `viewFor(v, evolve(s, e))` equals `visibleTo(v, e)` folded into `viewFor(v, s)`.
 */
export function viewFor(viewer: Viewer, state: LessonState): LessonState {
  if (viewer.role === 'server') return state;
  return {
    ...state,
    classrooms: mapValues(state.classrooms, (classroom) => classroomFor(viewer, classroom)),
    hands: state.hands.filter((hand) => seesHand(viewer, hand)),
    heard: viewer.role === 'lead' ? state.heard : null,
    links: filterKeys(state.links, (peerId) => seesLink(viewer, peerId)),
    selfTests: filterKeys(state.selfTests, (peerId) => seesLink(viewer, peerId)),
    branches: filterKeys(state.branches, (_, { classroomId }) => seesLink(viewer, classroomId)),
    words: state.words.filter(({ classroomId }) => seesWords(viewer, classroomId)),
    praise: state.praise && praiseFor(viewer, state.praise),
    ...inkFor(viewer, state),
    works: worksFor(viewer, state.works),
    applause: filterKeys(state.applause, (classroomId) => seesApplause(viewer, classroomId)),
    round: state.round && roundFor(viewer, state.round),
    scores: singlesFor(viewer, state.scores),
    streaks: singlesFor(viewer, state.streaks),
  };
}

function classroomFor(viewer: Person, classroom: Classroom): Classroom {
  const { classroomId } = classroom;
  const { seats: all } = classroom;
  const seats =
    viewer.role === 'pupil'
      ? singlesFor(viewer, all)
      : filterKeys(all, (seatId) => seesSeat(viewer, { classroomId, seatId }));
  const holds = holdsRoom(viewer, classroomId);
  return {
    ...classroom,
    ticket: holds ? classroom.ticket : '',
    doorCode: classroom.doorCode === null || holds ? classroom.doorCode : '',
    pack: seesLink(viewer, classroomId) ? classroom.pack : null,
    seats: mapValues(seats, withoutDevices),
    tablets: seesRoster(viewer, classroomId) ? mapValues(classroom.tablets, (one) => ({ ...one, device: '' })) : {},
  };
}

function withoutDevices(seat: Seat): Seat {
  return {
    ...seat,
    device: seat.device === null ? null : '',
    request: seat.request && { ...seat.request, device: '' },
  };
}

function roundFor(viewer: Person, round: Round): Round {
  return round.kind === 'buzzer' ? buzzerFor(viewer, round) : questionFor(viewer, round);
}
