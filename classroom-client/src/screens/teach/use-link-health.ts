import type { PeerId } from '@tongke/shared-types';
import { useEffect, useState } from 'react';
import type { Connection } from '../../connection/connect.ts';
import { type HealthSample, withSample } from '../../media/health-samples.ts';

const PAUSE_MS = 3_000;

/** [WL10] How a classroom's link does, asked every 3 s while this is shown; what is not answered is left out. */
export function useLinkHealth(ask: Connection['media'], peerId: PeerId): readonly HealthSample[] {
  const [samples, setSamples] = useState<readonly HealthSample[]>([]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let here = true;
    const look = async () => {
      const reply = await ask({ type: 'media.health', peerId });
      if (!here) return;
      if (reply.ok) setSamples((before) => withSample(before, { ...reply.result, at: Date.now() }));
      timer = setTimeout(() => void look(), PAUSE_MS);
    };
    setSamples([]);
    void look();
    return () => {
      here = false;
      if (timer !== null) clearTimeout(timer);
    };
  }, [ask, peerId]);
  return samples;
}
