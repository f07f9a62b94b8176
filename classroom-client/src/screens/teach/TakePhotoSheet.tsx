import { useEffect, useRef, useState } from 'react';
import { call } from '../../api/call.ts';
import { problemWords } from '../../api/problem-words.ts';
import { useTask } from '../../api/use-task.ts';
import { useT } from '../../i18n/use-t.ts';
import { browserCapture } from '../../media/capture.ts';
import { downscale } from '../../photo/downscale.ts';
import { Button } from '../../ui/Button.tsx';
import { ChooseFile } from '../../ui/ChooseFile.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { DeviceSelect } from './DeviceSelect.tsx';
import css from './TakePhotoSheet.module.css';
import { useDevices } from './use-devices.ts';

interface Props {
  /** Kept by the server under this hash. */
  readonly onPhoto: (hash: string) => void;
  readonly onClose: () => void;
}

/** Large enough to read handwriting on a board. */
const capture = browserCapture({ width: 1920, height: 1080 });

/** [IK11] A document camera, or the laptop's own: what lies under it becomes a page of the lesson. */
export function TakePhotoSheet({ onPhoto, onClose }: Props) {
  const t = useT();
  const video = useRef<HTMLVideoElement>(null);
  const [deviceId, setDeviceId] = useState<string | null>(null);
  const [state, setState] = useState<'opening' | 'on' | 'failed'>('opening');
  const { videoinput } = useDevices(state);
  const { busy, problem, run } = useTask();
  useEffect(() => {
    let track: MediaStreamTrack | null = null;
    let here = true;
    void capture('camera', deviceId).then((captured) => {
      if (captured.ok) track = captured.track;
      if (!here) return track?.stop();
      if (!captured.ok) setState('failed');
      if (video.current && track) video.current.srcObject = new MediaStream([track]);
    });
    return () => {
      here = false;
      track?.stop();
    };
  }, [deviceId]);
  const send = async (photo: Blob) => {
    const body = (await downscale(photo)) ?? photo;
    const kept = await run(() => call('POST /api/blobs', { body }));
    if (kept?.ok) onPhoto(kept.hash);
  };
  const take = async () => {
    const picture = video.current && (await pictureOf(video.current));
    if (picture) await send(picture);
    else setState('failed');
  };
  return (
    <Sheet title={t('ink.takeTitle')} place="full" onClose={onClose}>
      <div className={css.body}>
        <p className="muted">{t('ink.takeHint')}</p>
        <div className={css.view}>
          {state === 'failed' ? (
            <Notice tone="attention">{t('ink.noCamera')}</Notice>
          ) : (
            // A camera that runs has no picture yet.
            <video ref={video} autoPlay muted playsInline className={css.video} onLoadedData={() => setState('on')} />
          )}
        </div>
        {problem && <Notice tone="danger">{problemWords(t, problem)}</Notice>}
        <div className={css.foot}>
          {videoinput.length > 1 && (
            <DeviceSelect label={t('ink.camera')} devices={videoinput} value={deviceId} onChange={setDeviceId} />
          )}
          <ChooseFile
            words={t('ink.choosePhoto')}
            accept="image/jpeg,image/png,image/webp"
            busy={busy}
            onFile={(file) => void send(file)}
          />
          <Button look="next" size="large" disabled={busy || state !== 'on'} onClick={() => void take()}>
            {t(busy ? 'common.sending' : 'ink.take')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

/** What the camera shows now; null where it shows nothing yet. */
function pictureOf(video: HTMLVideoElement): Promise<Blob | null> {
  const { videoWidth: width, videoHeight: height } = video;
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  if (!context || width === 0) return Promise.resolve(null);
  context.drawImage(video, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
