import type { Measures } from '@tongke/shared-types';
import { entriesOf, type StatsEntry, selectedPair } from '../selected-pair.ts';

export type TransportHealth = Pick<Measures, 'roundTrip' | 'path' | 'loss'>;

/** How the transports do by the browser's statistics: the worst of them counts. Null for what it does not say. */
export function transportHealth(reports: readonly RTCStatsReport[]): TransportHealth {
  const all = reports.map(entriesOf);
  const pairs = all.flatMap((entries) => {
    const pair = selectedPair(entries);
    return pair ? [{ pair, local: entries.find(({ id }) => id === pair.localCandidateId) }] : [];
  });
  const trips = numbers(pairs.map(({ pair }) => pair.currentRoundTripTime));
  const paths = pairs.flatMap(({ local }) => protocolOf(local) ?? []);
  // The SFU's receiver reports: what it missed of what this page sent.
  const sent = all.flat().filter(({ type }) => type === 'remote-inbound-rtp');
  const losses = numbers(sent.map(({ fractionLost }) => fractionLost));
  return {
    roundTrip: trips.length > 0 ? Math.max(...trips) * 1_000 : null,
    path: paths.includes('tcp') ? 'tcp' : (paths[0] ?? null),
    loss: losses.length > 0 ? Math.min(1, Math.max(0, ...losses)) : null,
  };
}

/** Through a relay the way to the relay counts. */
function protocolOf(local: StatsEntry | undefined): 'udp' | 'tcp' | null {
  const protocol = local?.relayProtocol ?? local?.protocol;
  if (protocol === 'udp') return 'udp';
  return protocol === 'tcp' || protocol === 'tls' ? 'tcp' : null;
}

function numbers(values: readonly unknown[]): readonly number[] {
  return values.filter((value): value is number => typeof value === 'number');
}
