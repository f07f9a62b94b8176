import type { Slide } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { useTapGate } from '../shared/use-tap-gate.ts';
import css from './ActingLead.module.css';
import type { RoomProps } from './room-props.ts';

/** [LD4] The lesson's slides for whoever leads in the lead teacher's place: a page back, a page on, away and back again. */
export function ActingSlides({ slide, act }: Pick<RoomProps, 'act'> & { readonly slide: Slide }) {
  const t = useT();
  const { page, pages, shown } = slide;
  // A tap for the page that was there turns no other one.
  const rests = useTapGate(`${page} ${shown}`);
  const turn = (to: number) => {
    if (!rests) void act({ type: 'page.turn', page: to });
  };
  const show = () => {
    if (!rests) void act({ type: 'slides.show', shown: !shown });
  };
  return (
    <>
      <h3>
        {t('slides.title')} {shown && <span className="muted">{t('slides.pageOf', { page, pages })}</span>}
      </h3>
      {shown && (
        <div className={css.pages}>
          <Button size="large" disabled={page <= 1} onClick={() => turn(page - 1)}>
            {`◀ ${t('slides.previous')}`}
          </Button>
          <Button size="large" disabled={page >= pages} onClick={() => turn(page + 1)}>
            {`${t('slides.next')} ▶`}
          </Button>
        </div>
      )}
      <Button wide onClick={show}>
        {t(shown ? 'slides.putAway' : 'slides.bringBack')}
      </Button>
    </>
  );
}
