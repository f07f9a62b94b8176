import type { Command, DeckItem, Papers, Slide } from '@tongke/shared-types';
import { problemWords } from '../../api/problem-words.ts';
import { useDecks } from '../../deck/use-decks.ts';
import { useUpload } from '../../deck/use-upload.ts';
import { useT } from '../../i18n/use-t.ts';
import { BlobPicture } from '../../ui/BlobPicture.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { deckStatus } from '../decks/deck-status.ts';
import { UploadDeck } from '../decks/UploadDeck.tsx';
import css from './DeckChoice.module.css';

interface Props {
  readonly slide: Slide | null;
  /** Null before the lesson. */
  readonly papers: Papers | null;
  /** Something was chosen: it is to be done, and the sheet to go. */
  readonly onChoose: (command: Command) => void;
  readonly onClose: () => void;
}

/** The lesson's slides: those that were put away come back with one tap, others are chosen or brought. */
export function DeckChoice({ slide, papers, onChoose, onClose }: Props) {
  const t = useT();
  const { text, setText, answer, reload } = useDecks();
  const uploading = useUpload(reload);
  const all = answer?.ok ? answer.decks : [];
  const isReady = ({ status }: DeckItem) => status === 'ready';
  const decks = [...all.filter(isReady), ...all.filter((deck) => !isReady(deck))];
  const lastPaper = papers?.all[papers.all.length - 1];
  return (
    <Sheet title={t('slides.title')} place="side" onClose={onClose}>
      <div className={css.body}>
        {papers && (
          <Button wide onClick={() => onChoose({ type: 'paper.add', photo: null })}>
            {t('ink.newBlank')}
          </Button>
        )}
        {papers?.shown === null && lastPaper && (
          <Button wide onClick={() => onChoose({ type: 'paper.show', paperId: lastPaper.paperId })}>
            {t('ink.backToPaper')}
          </Button>
        )}
        {slide && !slide.shown && (
          <Button look="next" size="large" wide onClick={() => onChoose({ type: 'slides.show', shown: true })}>
            {`${t('slides.bringBack')} · ${slide.title}`}
          </Button>
        )}
        {answer && !answer.ok && (
          <Notice tone="danger" action={<Button onClick={() => void reload()}>{t('common.retry')}</Button>}>
            {problemWords(t, answer.reason)}
          </Notice>
        )}
        {decks.length > 5 || text !== '' ? (
          <Field
            label={t('slides.search')}
            placeholder={t('slides.searchHint')}
            maxLength={100}
            value={text}
            onValue={setText}
          />
        ) : null}
        {answer?.ok && decks.length === 0 && (
          <p className="muted">{t(text === '' ? 'slides.noReady' : 'slides.noneFound')}</p>
        )}
        {decks.map((deck) => {
          const { deckId, title, status, cover, pages } = deck;
          if (status !== 'ready') {
            return (
              <p key={deckId} className={css.notReady}>
                <b>{title}</b> <span className="muted">{deckStatus(t, deck)}</span>
              </p>
            );
          }
          return (
            <button
              key={deckId}
              type="button"
              className={css.deck}
              aria-pressed={deckId === slide?.deckId}
              onClick={() => onChoose({ type: 'deck.choose', deckId })}
            >
              <span className={css.cover}>
                {cover !== null && <BlobPicture hash={cover} alt="" className={css.picture} />}
              </span>
              <span>
                <b>{title}</b>
                <span className="muted">{t('slides.pages', { pages: pages ?? 0 })}</span>
              </span>
            </button>
          );
        })}
        {answer?.ok && <UploadDeck uploading={uploading} office={answer.office} next={decks.length === 0} />}
      </div>
    </Sheet>
  );
}
