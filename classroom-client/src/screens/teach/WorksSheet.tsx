import { MOST_SHOWN } from '@tongke/shared-types';
import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { BlobPicture } from '../../ui/BlobPicture.tsx';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { speakerName } from './speaker-name.ts';
import type { TeachProps } from './teach-props.ts';
import css from './WorksSheet.module.css';

interface Props extends Pick<TeachProps, 'view' | 'names' | 'act'> {
  readonly onClose: () => void;
}

/** [CA1] [CA3] [CA4] The tray of pupils' works: collect, look, choose one to four for all boards. */
export function WorksSheet({ view, names, act, onClose }: Props) {
  const t = useT();
  const { open, tray, shown } = view.works;
  const [chosen, setChosen] = useState<readonly string[]>(shown.map(({ workId }) => workId));
  const [revealed, setRevealed] = useState(shown.some(({ seatId }) => seatId !== null));
  const known = chosen.filter((id) => tray.some(({ workId }) => workId === id));
  const toggle = (id: string) =>
    setChosen(known.includes(id) ? known.filter((one) => one !== id) : [...known, id].slice(-MOST_SHOWN));
  return (
    <Sheet title={t('works.title')} place="full" onClose={onClose}>
      <Switch label={t('works.collect')} on={open} onChange={(on) => act({ type: 'works.collect', open: on })} />
      {tray.length === 0 ? (
        <p className={css.empty}>{t('works.empty')}</p>
      ) : (
        <>
          <p className="muted">{t('works.choose')}</p>
          <ul className={css.tray}>
            {tray.map((work) => {
              const who = speakerName(t, { view, names }, work);
              const at = known.indexOf(work.workId);
              return (
                <li key={work.workId} className={classNames(css.work, at >= 0 && css.chosen)}>
                  <button
                    type="button"
                    aria-pressed={at >= 0}
                    aria-label={t('works.workOf', { who })}
                    className={css.pick}
                    onClick={() => toggle(work.workId)}
                  >
                    <BlobPicture hash={work.photo} alt="" className={css.picture} />
                    {at >= 0 && <b className={css.place}>{at + 1}</b>}
                    {shown.some(({ workId }) => workId === work.workId) && (
                      <span className={css.now}>{t('works.onBoards')}</span>
                    )}
                  </button>
                  <div className={css.foot}>
                    <span>{who}</span>
                    <Button size="small" onClick={() => act({ type: 'work.remove', workId: work.workId })}>
                      {t('works.remove')}
                    </Button>
                  </div>
                </li>
              );
            })}
          </ul>
          <div className={css.bar}>
            <Switch label={t('works.withNames')} on={revealed} onChange={setRevealed} />
            {shown.length > 0 && (
              <Button onClick={() => act({ type: 'works.show', workIds: [], revealed: false })}>
                {t('works.hide')}
              </Button>
            )}
            <Button
              look="next"
              disabled={known.length === 0}
              onClick={() => act({ type: 'works.show', workIds: [...known], revealed })}
            >
              {t('works.show', { count: known.length })}
            </Button>
          </div>
        </>
      )}
    </Sheet>
  );
}
