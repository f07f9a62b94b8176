import { expect, test } from 'vitest';
import { transportHealth } from './transport-health.ts';

const report = (...entries: { readonly id: string }[]) => new Map(entries.map((entry) => [entry.id, entry])) as never;
const transport = { id: 't', type: 'transport', selectedCandidatePairId: 'p' };
const pair = (currentRoundTripTime: number) => ({
  id: 'p',
  type: 'candidate-pair',
  localCandidateId: 'l',
  currentRoundTripTime,
});
const local = (more: object) => ({ id: 'l', type: 'local-candidate', ...more });
const idle = { id: 'q', type: 'candidate-pair', localCandidateId: 'm', currentRoundTripTime: 9 };

test('[ST4] round trip and protocol are those of the pair in use, the worse of both transports', () => {
  const udp = report(transport, idle, pair(0.04), local({ protocol: 'udp' }));
  const tcp = report(transport, idle, pair(0.09), local({ protocol: 'tcp' }));
  expect(transportHealth([udp])).toEqual({ roundTrip: 40, path: 'udp', loss: null });
  expect(transportHealth([udp, tcp])).toEqual({ roundTrip: 90, path: 'tcp', loss: null });
});

test('[ST4] through a relay the way to it counts', () => {
  const relayed = report(transport, pair(0.2), local({ protocol: 'udp', relayProtocol: 'tls' }));
  expect(transportHealth([relayed]).path).toBe('tcp');
});

test('[ST4] loss is what the server missed of what was sent, and the worst stream counts', () => {
  const sent = (id: string, fractionLost?: number) => ({ id, type: 'remote-inbound-rtp', fractionLost });
  expect(transportHealth([report(sent('a', 0.02), sent('b', 0.2), sent('c'))]).loss).toBe(0.2);
});

test('[ST4] without a connection nothing is made up', () => {
  expect(transportHealth([])).toEqual({ roundTrip: null, path: null, loss: null });
  expect(transportHealth([report(transport)])).toEqual({ roundTrip: null, path: null, loss: null });
});
