import type { DeckItem } from '@tongke/shared-types';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { useTask } from '../../api/use-task.ts';
import { useDecks } from '../../deck/use-decks.ts';
import { useUpload } from '../../deck/use-upload.ts';
import { useT } from '../../i18n/use-t.ts';
import { Field } from '../../ui/Field.tsx';
import panel from '../admin/Panel.module.css';
import { Panel } from '../admin/Panel.tsx';
import { DeckPages } from './DeckPages.tsx';
import { DeckRow } from './DeckRow.tsx';
import css from './Decks.module.css';
import { UploadDeck } from './UploadDeck.tsx';

/** A teacher's own slides: brought, found, looked at, renamed, removed. */
export function Decks() {
  const t = useT();
  const { text, setText, answer, reload } = useDecks();
  const { problem, run } = useTask();
  const uploading = useUpload(reload);
  const [open, setOpen] = useState<DeckItem | null>(null);
  const remove = async (id: string) => {
    await run(() => call('DELETE /api/decks/:id', { id }));
    await reload();
  };
  const rename = async (id: string, title: string) => {
    await run(() => call('PATCH /api/decks/:id', { id, body: { title } }));
    await reload();
  };
  return (
    <>
      <Panel title={t('staff.tab_slides')} hint={t('slides.hint')} {...{ answer, reload, problem }}>
        {({ decks, office }) => (
          <>
            <UploadDeck uploading={uploading} office={office} next />
            {(decks.length > 0 || text !== '') && (
              <Field
                className={css.search}
                label={t('slides.search')}
                placeholder={t('slides.searchHint')}
                maxLength={100}
                value={text}
                onValue={setText}
              />
            )}
            <div className={panel.list}>
              {decks.length === 0 && <p className="muted">{t(text === '' ? 'slides.empty' : 'slides.noneFound')}</p>}
              {decks.map((deck) => (
                <DeckRow
                  key={deck.deckId}
                  {...{ deck, uploading }}
                  onOpen={() => setOpen(deck)}
                  onRename={(title) => void rename(deck.deckId, title)}
                  onRemove={() => void remove(deck.deckId)}
                />
              ))}
            </div>
          </>
        )}
      </Panel>
      {open && <DeckPages deck={open} onClose={() => setOpen(null)} />}
    </>
  );
}
