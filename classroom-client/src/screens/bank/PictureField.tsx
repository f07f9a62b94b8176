import { call } from '../../api/call.ts';
import { problemWords } from '../../api/problem-words.ts';
import { useTask } from '../../api/use-task.ts';
import { useT } from '../../i18n/use-t.ts';
import { downscale } from '../../photo/downscale.ts';
import { BlobPicture } from '../../ui/BlobPicture.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChooseFile } from '../../ui/ChooseFile.tsx';
import { Notice } from '../../ui/Notice.tsx';
import css from './Bank.module.css';

interface Props {
  readonly picture: string | null;
  readonly onPicture: (hash: string | null) => void;
}

/** The picture of a question, made small before it is sent. */
export function PictureField({ picture, onPicture }: Props) {
  const t = useT();
  const { busy, problem, run } = useTask();
  const bring = async (file: Blob) => {
    const body = (await downscale(file)) ?? file;
    const kept = await run(() => call('POST /api/blobs', { body }));
    if (kept?.ok) onPicture(kept.hash);
  };
  return (
    <section>
      <h3>{t('questions.picture')}</h3>
      {picture !== null && <BlobPicture hash={picture} alt={t('questions.pictureAlt')} className={css.thumb} />}
      <div className={css.buttons}>
        <ChooseFile
          words={t(busy ? 'common.sending' : picture === null ? 'questions.choosePicture' : 'questions.otherPicture')}
          accept="image/jpeg,image/png,image/webp"
          busy={busy}
          onFile={(file) => void bring(file)}
        />
        {picture !== null && (
          <Button look="quiet" onClick={() => onPicture(null)}>
            {t('questions.noPicture')}
          </Button>
        )}
      </div>
      {problem && <Notice tone="danger">{problemWords(t, problem)}</Notice>}
    </section>
  );
}
