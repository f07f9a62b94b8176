import type { LeadWord, RoomWord } from '@tongke/shared-types';
import type { ReactNode } from 'react';
import { board, type Fixture, LEAD, pupil, seatIdOf } from './fixtures.ts';

type Then = (fixture: Fixture) => void;
interface Options {
  readonly classrooms?: number;
  readonly pupils?: number;
  readonly live?: boolean;
  readonly longNames?: boolean;
}
interface Screens {
  readonly teach: (then: Then, options?: Options) => ReactNode;
  readonly onBoard: (then: Then, options?: Options) => ReactNode;
  readonly onPhone: (then: Then) => ReactNode;
}

const MANY = { classrooms: 50, pupils: 12 } as const;

function say(fixture: Fixture, room: string, word: RoomWord, pupilNumber = 2): void {
  const seatId = word === 'call-on' ? { seatId: seatIdOf(room, pupilNumber) } : {};
  fixture.send(board(room), { type: 'word.say', word, ...seatId });
  fixture.wait(4_000);
}

function tell(fixture: Fixture, classroomId: string, word: LeadWord): void {
  fixture.send(LEAD, { type: 'word.say-to', classroomId, word });
  fixture.wait(1_000);
}

function see(fixture: Fixture, room: string, from: 'lead' | 'room'): void {
  const word = fixture.state().words.find((one) => one.classroomId === room && one.from === from);
  const actor = from === 'lead' ? board(room) : LEAD;
  fixture.send(actor, { type: 'word.acknowledge', wordId: word?.wordId ?? '' });
}

/** Words both ways, some seen, beside raised hands. */
const both: Then = (fixture) => {
  for (const nth of [1, 3, 5, 7]) fixture.send(pupil('c1', nth), { type: 'hand.raise' });
  say(fixture, 'c1', 'slower');
  say(fixture, 'c2', 'cannot-hear');
  say(fixture, 'c2', 'call-on', 5);
  if (fixture.state().classrooms.c3) {
    tell(fixture, 'c3', 'quiet');
    tell(fixture, 'c4', 'check-devices');
    see(fixture, 'c4', 'lead');
  }
};

/** What a room in trouble has said and heard. */
const ofRoom: Then = (fixture) => {
  say(fixture, 'c1', 'slower');
  say(fixture, 'c1', 'cannot-see');
  see(fixture, 'c1', 'room');
  say(fixture, 'c1', 'call-on', 5);
  tell(fixture, 'c1', 'are-you-ready');
  tell(fixture, 'c1', 'count-hands');
};

const crowd: Then = (fixture) => {
  for (let nth = 1; nth <= 50; nth += 1) fixture.send(board(`c${nth}`), { type: 'word.say', word: 'cannot-hear' });
  for (const room of ['c4', 'c9', 'c20']) say(fixture, room, 'slower');
  both(fixture);
};

/** Silent words between the two teachers, on the screens of both. */
export function wordStories({ teach, onBoard, onPhone }: Screens): Readonly<Record<string, () => ReactNode>> {
  return {
    'teach-words': () => teach(both, { classrooms: 4 }),
    'teach-words-long': () => teach(both, { classrooms: 6, longNames: true }),
    'teach-50-words': () => teach(crowd, MANY),
    'teach-lobby-words': () =>
      teach(
        (fixture) => {
          say(fixture, 'c1', 'ready');
          say(fixture, 'c2', 'cannot-hear');
        },
        { classrooms: 4, live: false },
      ),
    'board-word': () => onBoard(ofRoom),
    'board-lobby-word': () => onBoard((fixture) => tell(fixture, 'c1', 'are-you-ready'), { live: false }),
    'phone-words': () => onPhone(ofRoom),
  };
}
