import { DECK_LIMITS, type DeckItem } from '@tongke/shared-types';
import { useState } from 'react';
import { bytesOf } from '../../deck/upload-deck.ts';
import type { Uploading } from '../../deck/use-upload.ts';
import { useT } from '../../i18n/use-t.ts';
import { BlobPicture } from '../../ui/BlobPicture.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChooseFile } from '../../ui/ChooseFile.tsx';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { Field } from '../../ui/Field.tsx';
import panel from '../admin/Panel.module.css';
import css from './Decks.module.css';
import { deckStatus } from './deck-status.ts';

interface Props {
  readonly deck: DeckItem;
  readonly uploading: Uploading;
  readonly onOpen: () => void;
  readonly onRename: (title: string) => void;
  readonly onRemove: () => void;
}

/** One deck: what it is called, how far it is or why it was refused, what was lost of it, and what can be done. */
export function DeckRow({ deck, uploading, onOpen, onRename, onRemove }: Props) {
  const t = useT();
  const [name, setName] = useState<string | null>(null);
  const [other, setOther] = useState(false);
  const { title, status, cover, animated, empty, found } = deck;
  const list = (pages: readonly number[]) => pages.join(t('slides.listComma'));
  const goOn = (files: readonly File[]) => {
    const same = bytesOf(files) === deck.bytes;
    setOther(!same);
    if (same) void uploading.send(files, deck);
  };
  if (name !== null) {
    const save = () => {
      setName(null);
      if (name.trim() !== '' && name.trim() !== title) onRename(name.trim());
    };
    return (
      <form
        className={panel.row}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field label={t('slides.name')} value={name} maxLength={DECK_LIMITS.title} onValue={setName} autoFocus />
        <div className={panel.actions}>
          <Button look="next" type="submit">
            {t('slides.save')}
          </Button>
        </div>
      </form>
    );
  }
  return (
    <div className={panel.row}>
      <div className={css.cover}>{cover !== null && <BlobPicture hash={cover} alt="" className={css.picture} />}</div>
      <div className={panel.what}>
        <b>{title}</b>
        <span className={status === 'refused' ? css.refused : 'muted'}>
          {deckStatus(t, deck)}
          {found.length > 0 && ` · ${t('slides.found', { list: list(found) })}`}
        </span>
        {animated.length > 0 && <span className={css.lost}>{t('slides.animated', { list: list(animated) })}</span>}
        {empty.length > 0 && <span className={css.lost}>{t('slides.emptyPages', { list: list(empty) })}</span>}
        {other && <span className={css.refused}>{t('slides.otherFile')}</span>}
      </div>
      <div className={panel.actions}>
        {status === 'uploading' && uploading.share === null && (
          <ChooseFile words={t('slides.goOn')} accept="" busy={false} multiple onFile={(_, files) => goOn(files)} />
        )}
        {status === 'ready' && (
          <Button size="small" onClick={onOpen}>
            {t('slides.open')}
          </Button>
        )}
        <Button size="small" look="quiet" onClick={() => setName(title)}>
          {t('slides.rename')}
        </Button>
        <ConfirmButton size="small" look="quiet" question={t('slides.removeSure')} onConfirm={onRemove}>
          {t('common.remove')}
        </ConfirmButton>
      </div>
    </div>
  );
}
