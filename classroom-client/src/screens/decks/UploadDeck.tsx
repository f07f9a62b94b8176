import { problemWords } from '../../api/problem-words.ts';
import type { Uploading } from '../../deck/use-upload.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { ChooseFile } from '../../ui/ChooseFile.tsx';
import { Notice } from '../../ui/Notice.tsx';
import css from './Decks.module.css';

const ACCEPT = '.pdf,.pptx,.ppt,.odp,.jpg,.jpeg,.png,.webp';

interface Props {
  readonly uploading: Uploading;
  /** Whether the server reads PowerPoint and ODP. */
  readonly office: boolean;
  /** It is the one next thing to do. */
  readonly next?: boolean;
}

/** [DK1] Files are chosen, and how far they are stands in words and as a bar. */
export function UploadDeck({ uploading, office, next = false }: Props) {
  const t = useT();
  const { share, problem, send, stop } = uploading;
  const percent = Math.floor((share ?? 0) * 100);
  return (
    <div className={css.upload}>
      {share === null ? (
        <ChooseFile
          words={t('slides.upload')}
          accept={ACCEPT}
          busy={false}
          next={next}
          multiple
          onFile={(_, files) => void send(files)}
        />
      ) : (
        <div className={css.sending}>
          <p role="status">{t('slides.sending', { percent })}</p>
          <progress value={percent} max={100} aria-label={t('slides.sending', { percent })} />
          <Button onClick={stop}>{t('slides.stop')}</Button>
        </div>
      )}
      {!office && <p className="muted">{t('slides.noOffice')}</p>}
      {problem && <Notice tone="danger">{problemWords(t, problem)}</Notice>}
    </div>
  );
}
