import { useEffect, useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { rememberDevices, rememberedDevices } from '../../media/chosen-devices.ts';
import type { LessonMedia } from '../../media/lesson-media.ts';
import { playTestTone } from '../../media/test-tone.ts';
import { useMedia } from '../../media/use-media.ts';
import { Button } from '../../ui/Button.tsx';
import css from './DeviceCheck.module.css';
import { DeviceSelect } from './DeviceSelect.tsx';
import { LevelMeter } from './LevelMeter.tsx';
import { SourceProblem } from './SourceProblem.tsx';
import { isProblem } from './source-words.ts';
import { useDevices } from './use-devices.ts';

/** Which camera, microphone and loudspeaker, and whether they work: a moving bar and a tone to hear. */
export function DeviceCheck({ media }: { readonly media: LessonMedia }) {
  const t = useT();
  const { camera, microphone } = useMedia(media.store, ({ own }) => own);
  const devices = useDevices(`${camera.state} ${microphone.state}`);
  const [chosen, setChosen] = useState(rememberedDevices);
  useEffect(() => rememberDevices(chosen), [chosen]);

  const choose = (source: 'camera' | 'microphone', id: string | null) => {
    setChosen({ ...chosen, [source]: id });
    media.publisher.chooseDevice(source, id);
  };
  return (
    <div className={css.check}>
      <p className={css.works}>
        {camera.track && <b>{t('teach.camera')} ✓</b>}
        {microphone.track && <b>{t('teach.microphone')} ✓</b>}
      </p>
      {isProblem(microphone.state) && (
        <SourceProblem source="microphone" problem={microphone.state} onRetry={() => media.publisher.retry()} />
      )}
      <DeviceSelect
        label={t('teach.camera')}
        devices={devices.videoinput}
        value={chosen.camera}
        onChange={(id) => choose('camera', id)}
      />
      <DeviceSelect
        label={t('teach.microphone')}
        devices={devices.audioinput}
        value={chosen.microphone}
        onChange={(id) => choose('microphone', id)}
      />
      {microphone.track && <LevelMeter track={microphone.track} label={t('teach.speakNow')} />}
      <DeviceSelect
        label={t('teach.loudspeaker')}
        devices={devices.audiooutput}
        value={chosen.loudspeaker}
        onChange={(id) => {
          setChosen({ ...chosen, loudspeaker: id });
          media.voices.loudspeaker(id);
        }}
      />
      <Button onClick={() => void playTestTone(chosen.loudspeaker).catch(() => undefined)}>
        {t('teach.testTone')}
      </Button>
    </div>
  );
}
