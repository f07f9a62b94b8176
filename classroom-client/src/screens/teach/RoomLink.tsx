import type { LinkChoice, PeerLink } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { allRungWords } from '../../media/rung-words.ts';
import css from './RoomSheet.module.css';
import { Segments } from './Segments.tsx';

interface Props {
  readonly link: PeerLink;
  readonly onChoose: (choice: LinkChoice) => void;
}

/** A classroom's link: what the teacher wants of it, where it stands, and its latest changes, the newest first, by this screen's clock. */
export function RoomLink({ link, onChoose }: Props) {
  const t = useT();
  return (
    <>
      <h3 className={css.head}>{t('link.choice')}</h3>
      <Segments
        label={t('link.choice')}
        value={link.choice}
        options={[
          { value: 'auto', words: t('link.auto') },
          { value: 'saving', words: t('link.saving') },
          { value: 'voice', words: t('link.voice') },
        ]}
        onChange={onChoose}
      />
      <p className={css.facts}>{allRungWords(t, link)}</p>
      {link.changes.length > 0 && (
        <ul aria-label={t('link.changes')} className={css.changes}>
          {[...link.changes].reverse().map((change) => (
            <li key={change.at}>
              <time dateTime={new Date(change.at).toISOString()}>{new Date(change.at).toTimeString().slice(0, 8)}</time>{' '}
              {allRungWords(t, change)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
