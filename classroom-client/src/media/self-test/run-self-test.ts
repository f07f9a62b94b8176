import type { Measures } from '@tongke/shared-types';
import type { Connection } from '../../connection/connect.ts';
import { type Capture, rawMicrophone } from '../capture.ts';
import type { ChosenDevices } from '../chosen-devices.ts';
import type { LessonMedia } from '../lesson-media.ts';
import { probeRates } from './probe-rates.ts';
import { transportHealth } from './transport-health.ts';
import { tryEcho } from './try-echo.ts';
import { trySound } from './try-sound.ts';

interface Means {
  readonly connection: Pick<Connection, 'store'>;
  readonly media: Pick<LessonMedia, 'store' | 'stats' | 'loop'>;
  readonly capture: Capture;
  /** Whether the camera works; null where the room uses none. */
  readonly camera: () => Promise<Measures['camera']>;
  readonly devices: Pick<ChosenDevices, 'microphone' | 'loudspeaker'>;
  /** How this page proves who it is over HTTP. */
  readonly proof: Readonly<Record<string, string>>;
}

/** [ST4] Measures for some ten seconds all that can be measured before a lesson. Never rejects; what cannot be measured is null. */
export async function runSelfTest({ connection, media, capture, camera, devices, proof }: Means): Promise<Measures> {
  const health = () => media.stats().then(transportHealth, () => transportHealth([]));
  // Before the link is filled: afterwards a full queue would be measured too.
  const before = await health();
  const [sound, seen, rates] = await Promise.all([
    trySound(() => rawMicrophone(devices.microphone), devices.loudspeaker),
    camera(),
    probeRates(proof),
  ]);
  // Alone on the link: what the SFU misses of this voice was lost on the way.
  let after = await health();
  const echo = await tryEcho({
    open: () => capture('microphone', devices.microphone),
    loop: media.loop,
    loudspeaker: devices.loudspeaker,
    async flowing() {
      after = await health();
    },
  });
  const { clock } = connection.store.getState();
  return {
    ...sound,
    ...rates,
    camera: seen,
    // What the microphone does not hear at all does not come back either.
    echo: sound.loudspeaker === 'fine' ? echo : null,
    roundTrip: before.roundTrip ?? after.roundTrip,
    loss: before.loss ?? after.loss,
    // In the lobby the transports are kept warm: whatever else their state is, nothing gets through.
    path: media.store.getState().link === 'connected' ? after.path : 'none',
    clock: Number.isFinite(clock.roundTrip) ? Math.abs(clock.offset) : null,
  };
}
