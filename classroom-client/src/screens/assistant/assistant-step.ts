import {
  type Classroom,
  type Command,
  isHeardByRooms,
  type LessonState,
  type Round,
  type Seat,
  type SharedTablet,
  type Turn,
  turnOfRoom,
} from '@tongke/shared-types';
import { roomAnswers } from '../shared/answer-counts.ts';
import { classHand, type Presence, presenceOf, requestsOf, tabletsOf } from './room-of.ts';

/** Where the classroom stands; each has its sentences in the catalogue. */
type StepKind =
  | 'ended'
  | 'left'
  | 'turn'
  | 'accept'
  | 'anyone'
  | 'request'
  | 'tablet'
  | 'waitBoard'
  | 'notReady'
  | 'reading'
  | 'question'
  | 'answered'
  | 'closed'
  | 'revealed'
  | 'explained'
  | 'buzzer'
  | 'buzzerHands'
  | 'buzzerDone'
  | 'otherTurn'
  | 'door'
  | 'join'
  | 'ready'
  | 'handUp'
  | 'listen';

type ActionWord =
  | 'endTurn'
  | 'openMicrophone'
  | 'allow'
  | 'allowTablet'
  | 'openDoor'
  | 'closeDoor'
  | 'raiseHand'
  | 'lowerHand';

/** What the assistant reads at a glance: what happens now, and the one thing to do. */
export interface AssistantStep {
  readonly kind: StepKind;
  readonly presence: Presence;
  /** The pupil that it is about. */
  readonly seat: Seat | null;
  /** The tablet that asks to be handed round. */
  readonly tablet: SharedTablet | null;
  /** Another classroom that it is about. */
  readonly classroom: string | null;
  readonly action: { readonly word: ActionWord; readonly command: Command } | null;
}

/** The one next action for the assistant of a classroom: pure, and the same on the board and on the phone. */
export function assistantStep(view: LessonState, room: Classroom): AssistantStep {
  const presence = presenceOf(room);
  const step = (kind: StepKind, more: Partial<AssistantStep> = {}): AssistantStep => ({
    kind,
    presence,
    seat: null,
    tablet: null,
    classroom: null,
    action: null,
    ...more,
  });
  if (view.phase === 'ended') return step('ended');
  if (room.left) return step('left');
  const own = turnOfRoom(view, room.classroomId);
  if (own) return ownTurn(own, room, step);
  const [request] = requestsOf(room);
  if (request) {
    const command = { type: 'seat.allow', seatId: request.seatId, at: request.request.at } as const;
    return step('request', { seat: request, action: { word: 'allow', command } });
  }
  const tablet = tabletsOf(room).find(({ allowed }) => !allowed);
  if (tablet) {
    const { classroomId } = room;
    const command = { type: 'tablet.allow', classroomId, tabletId: tablet.tabletId } as const;
    return step('tablet', { tablet, action: { word: 'allowTablet', command } });
  }
  if (!room.own && !room.board.online) return step('waitBoard');
  if (!room.own && !room.board.ready) return step('notReady');
  if (view.round) return step(roundKind(view.round, room));
  const other = view.floor.turns.find(({ classroomId }) => isHeardByRooms(view, classroomId));
  if (other) return step('otherTurn', { classroom: view.classrooms[other.classroomId]?.name ?? '' });
  return between(view, room, presence, step);
}

type Step = (kind: StepKind, more?: Partial<AssistantStep>) => AssistantStep;

function ownTurn(turn: Turn, room: Classroom, step: Step): AssistantStep {
  const { turnId } = turn;
  const command = { type: 'turn.end', turnId } as const;
  const seat = turn.seatId === null ? null : (room.seats[turn.seatId] ?? null);
  if (turn.acceptBy !== null) {
    return step('accept', { seat, action: { word: 'openMicrophone', command: { type: 'turn.accept', turnId } } });
  }
  if (turn.anyone) return step('anyone', { action: { word: 'endTurn', command } });
  return step('turn', { seat, action: { word: 'endTurn', command } });
}

function roundKind(round: Round, room: Classroom): StepKind {
  if (round.kind === 'buzzer') {
    if (round.order !== null) return 'buzzerDone';
    return presenceOf(room).here > 0 ? 'buzzer' : 'buzzerHands';
  }
  if (round.phase !== 'open') return round.phase;
  // A child who is absent is not waited for, as on the board; without tablets nobody knows who is here.
  const { answered, expected } = roomAnswers(room, round);
  const { here, all } = presenceOf(room);
  return answered >= (here > 0 ? expected : all) ? 'answered' : 'question';
}

function between(view: LessonState, room: Classroom, { here, all }: Presence, step: Step): AssistantStep {
  const { classroomId } = room;
  if (room.doorCode !== null) {
    return step('door', { action: { word: 'closeDoor', command: { type: 'door.close', classroomId } } });
  }
  if (view.phase === 'planned') {
    if (here >= all) return step('ready');
    return step('join', { action: { word: 'openDoor', command: { type: 'door.open', classroomId } } });
  }
  return classHand(view, room)
    ? step('handUp', { action: { word: 'lowerHand', command: { type: 'hand.lower', classroomId, seatId: null } } })
    : step('listen', { action: { word: 'raiseHand', command: { type: 'hand.raise' } } });
}
