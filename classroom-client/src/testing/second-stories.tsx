import { LEAD_PEER } from '@tongke/shared-types';
import type { ReactNode } from 'react';
import { createStore } from 'zustand/vanilla';
import type { MediaState } from '../media/media-store.ts';
import { SecondLive } from '../screens/second/SecondLive.tsx';
import { SecondLobby } from '../screens/second/SecondLobby.tsx';
import { fakeSession } from './fake-session.ts';
import { createFixture, type Fixture, LEAD, pupil, SECOND } from './fixtures.ts';

type Then = (fixture: Fixture) => void;

interface Tools {
  readonly inked: Then;
  readonly asked: Then;
  readonly buzzed: Then;
  readonly pictures: (peers: readonly string[]) => Partial<MediaState>;
  readonly withCameras: (fixture: Fixture) => Fixture;
}

/** A second teacher's page: following, offered the lead, with the lead. */
export function secondStories({
  inked,
  asked,
  buzzed,
  pictures,
  withCameras,
}: Tools): Readonly<Record<string, () => ReactNode>> {
  const second = (...then: readonly Then[]): ReactNode => {
    const fixture = withCameras(createFixture());
    fixture.report({ type: 'peer.came', peer: { kind: 'second', staffId: 't2' } });
    fixture.wait(1000);
    for (const one of then) one(fixture);
    const snapshot = fixture.snapshot(SECOND);
    const session = {
      ...fakeSession(snapshot, fixture.now(), pictures([LEAD_PEER, 'c1', 'c2'])),
      sound: createStore(() => false),
      setSound: () => undefined,
    };
    const { view, names } = snapshot;
    const screen = session.connection.store.getState();
    return <SecondLive {...{ view, names, screen, session }} now={fixture.now()} me="t2" onBack={() => {}} />;
  };
  const hands: Then = (fixture) => {
    for (const [room, number] of [
      ['c1', 3],
      ['c2', 5],
      ['own', 2],
    ] as const)
      fixture.send(pupil(room, number), { type: 'hand.raise', reason: 'ask' });
  };
  const leads: Then = (fixture) => fixture.send(LEAD, { type: 'lead.hand', to: 't2' });
  const away: Then = (fixture) => {
    fixture.report({ type: 'peer.went', peer: { kind: 'lead' }, cause: 'link' });
    fixture.wait(12_000);
  };
  return {
    'second-follows': () => second(inked, hands),
    'second-speaks': () =>
      second((fixture) => fixture.send(LEAD, { type: 'turn.give', classroomId: 'c2', seatId: null, seconds: 60 })),
    'second-question': () => second(asked, hands),
    'second-buzzer': () => second(buzzed),
    'second-offered': () => second(inked, hands, away),
    'second-leads': () => second(inked, hands, leads),
    'second-lobby': () => {
      const { view } = createFixture({ live: false }).snapshot(SECOND);
      return <SecondLobby view={view} screen={{ link: 'online' }} onRetry={() => {}} onBack={() => {}} />;
    },
  };
}
