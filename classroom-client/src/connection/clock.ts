/** How far the server's clock is ahead of this device's, and the round trip it was measured with, both in ms. */
export interface ClockEstimate {
  readonly offset: number;
  readonly roundTrip: number;
}

/** Before the first measurement. */
export const UNKNOWN_CLOCK: ClockEstimate = { offset: 0, roundTrip: Number.POSITIVE_INFINITY };

/** A measurement from one question and answer: the server read its clock half a round trip ago, more or less. */
export function measureClock(askedAt: number, answeredAt: number, serverNow: number): ClockEstimate {
  const roundTrip = Math.max(0, answeredAt - askedAt);
  return { offset: serverNow + roundTrip / 2 - answeredAt, roundTrip };
}

/** The one with the smaller round trip; but a device whose clock was set meanwhile must believe the new one. */
export function betterClock(known: ClockEstimate, fresh: ClockEstimate): ClockEstimate {
  if (known === UNKNOWN_CLOCK) return fresh;
  const explained = (known.roundTrip + fresh.roundTrip) / 2 + 50;
  const moved = Math.abs(known.offset - fresh.offset) > explained;
  return moved || fresh.roundTrip <= known.roundTrip ? fresh : known;
}

/** A message that carries the server's time cannot come before it was sent: the offset is at least this. */
export function atLeast(known: ClockEstimate, serverNow: number, receivedAt: number): ClockEstimate {
  const least = serverNow - receivedAt;
  return least > known.offset ? { ...known, offset: least } : known;
}
