import { TIE_MS } from '@tongke/shared-types';
import { useCallback, useRef, useState } from 'react';
import { shelf } from '../../connection/storage.ts';
import { forgetLateness, keepLateness, keptLateness } from '../../connection/timing/device-lateness.ts';
import { onPageClock } from '../../connection/timing/page-time.ts';
import { type RhythmResult, rhythmLateness } from '../../connection/timing/rhythm.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { Notice } from '../../ui/Notice.tsx';
import css from './TestDevice.module.css';
import { useBeat } from './use-beat.ts';

/** The page on which a tablet or board is tested once for how late it shows and feels. What it finds stays on the device. */
export function TestDevice() {
  const t = useT();
  const ring = useRef<HTMLDivElement>(null);
  const taps = useRef<number[]>([]);
  const first = useRef<number | null>(null);
  const [running, setRunning] = useState(false);
  const [result, setResult] = useState<RhythmResult | null>(null);
  const [kept, setKept] = useState(() => keptLateness(shelf));

  const finish = useCallback(() => {
    setRunning(false);
    setResult(first.current === null ? null : rhythmLateness(first.current, taps.current));
  }, []);
  const firstBeat = useBeat(ring, running, finish);
  if (firstBeat !== null) first.current = firstBeat;

  const start = () => {
    taps.current = [];
    first.current = null;
    setResult(null);
    setRunning(true);
  };
  const tap = (timeStamp: number) =>
    taps.current.push(onPageClock(timeStamp, performance.now(), performance.timeOrigin));
  const keep = (late: number) => {
    keepLateness(shelf, { late, at: Date.now() });
    setKept(keptLateness(shelf));
    setResult(null);
  };
  const forget = () => {
    forgetLateness(shelf);
    setKept(null);
  };

  if (running) {
    return (
      <main className={css.beat}>
        <div className={css.target}>
          <div ref={ring} className={css.ring} />
          <button type="button" className={css.disc} onPointerDown={({ nativeEvent }) => tap(nativeEvent.timeStamp)}>
            {t('testDevice.tap')}
          </button>
        </div>
        <p>{t('testDevice.how')}</p>
      </main>
    );
  }
  return (
    <main className={css.page}>
      <header className={css.head}>
        <h1>{t('testDevice.title')}</h1>
        <span>
          {history.length > 1 && (
            <Button look="quiet" onClick={() => history.back()}>
              {t('common.back')}
            </Button>
          )}
          <LanguageSwitch />
        </span>
      </header>
      <p className={css.line}>{t('testDevice.line')}</p>
      <ol className={css.steps}>
        <li>{t('testDevice.step1')}</li>
        <li>{t('testDevice.how')}</li>
        <li>{t('testDevice.step3')}</li>
      </ol>
      <Notice tone="calm">{kept ? t('testDevice.kept', { late: kept.late }) : t('testDevice.untested')}</Notice>
      {result?.ok && (
        <div role="status">
          <h2>{t(result.late > 0 ? 'testDevice.slow' : 'testDevice.quick', { late: result.late })}</h2>
          <p className="muted">
            {t('testDevice.found', {
              behind: Math.round(result.behind),
              spread: Math.round(result.spread),
              taps: result.taps,
            })}
          </p>
        </div>
      )}
      {result && !result.ok && <Notice tone="danger">{t(`testDevice.${result.why}`)}</Notice>}
      <div className={css.actions}>
        {result?.ok && (
          <Button look="next" size="large" onClick={() => keep(result.late)}>
            {t('testDevice.keep')}
          </Button>
        )}
        <Button look={result?.ok ? 'plain' : 'next'} size="large" onClick={start}>
          {t(result ? 'testDevice.again' : 'testDevice.start')}
        </Button>
        {kept && <Button onClick={forget}>{t('testDevice.forget')}</Button>}
      </div>
      <details className="muted">
        <summary className={css.more}>{t('testDevice.more')}</summary>
        <p>{t('testDevice.honest')}</p>
        <p>{t('testDevice.delta', { delta: TIE_MS })}</p>
      </details>
    </main>
  );
}
