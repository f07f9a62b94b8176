import type { PeerId } from '@tongke/shared-types';
import type { Connection } from '../../connection/connect.ts';
import { useT } from '../../i18n/use-t.ts';
import { HEALTH_WINDOW_MS, type HealthSample } from '../../media/health-samples.ts';
import { bitsWords } from '../shared/bits-words.ts';
import css from './HealthPanel.module.css';
import sheet from './RoomSheet.module.css';
import { SmallChart } from './SmallChart.tsx';
import { useLinkHealth } from './use-link-health.ts';

type Measure = (sample: HealthSample) => number | null;

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
/** What is shown, how it is put into words, and the top of its chart where nothing is higher. */
const CHARTS = [
  { label: 'link.toRoom', of: ({ sent }: HealthSample) => sent, words: bitsWords, least: 200_000 },
  { label: 'link.fromRoom', of: ({ received }: HealthSample) => received, words: bitsWords, least: 200_000 },
  {
    label: 'link.loss',
    of: ({ lossSent, lossReceived }: HealthSample) => Math.max(lossSent, lossReceived),
    words: percent,
    least: 0.1,
  },
  {
    label: 'link.roundTrip',
    of: ({ roundTrip }: HealthSample) => roundTrip,
    words: (ms: number) => `${Math.round(ms)} ms`,
    least: 300,
  },
  { label: 'link.madeUp', of: ({ concealment }: HealthSample) => concealment, words: percent, least: 0.1 },
] as const;

interface Props {
  readonly ask: Connection['media'];
  readonly peerId: PeerId;
}

/** [WL10] How a classroom's link did over the last five minutes, as long as this is open. */
export function HealthPanel({ ask, peerId }: Props) {
  const t = useT();
  const samples = useLinkHealth(ask, peerId);
  const newest = samples[samples.length - 1];
  return (
    <>
      <h3 className={sheet.head}>{t('link.health')}</h3>
      {newest ? (
        <div className={css.charts}>
          {CHARTS.map(({ label, of, words, least }) => (
            <SmallChart
              key={label}
              label={t(label)}
              latest={wordsOf(of(newest), words)}
              points={samples.map((sample) => pointOf(sample, newest.at, of))}
              least={least}
            />
          ))}
        </div>
      ) : (
        <p className="muted">{t('link.noHealth')}</p>
      )}
    </>
  );
}

function wordsOf(value: number | null, words: (value: number) => string): string {
  return value === null ? '–' : words(value);
}

function pointOf(sample: HealthSample, now: number, of: Measure) {
  return { at: 1 - (now - sample.at) / HEALTH_WINDOW_MS, value: of(sample) };
}
