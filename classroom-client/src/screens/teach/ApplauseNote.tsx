import { APPLAUSE_MS, type LessonState } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { useToneOn } from '../../ui/use-tone-on.ts';
import css from './ApplauseNote.module.css';

/** [PR4] Which classrooms clap: heard once for each, and named for as long as it lasts. */
export function ApplauseNote({ view, now }: { readonly view: LessonState; readonly now: number }) {
  const t = useT();
  const all = Object.entries(view.applause);
  const latest = all.reduce((most, [, at]) => Math.max(most, at), 0);
  useToneOn('applause', latest > 0 ? String(latest) : null);
  const clapping = all.filter(([, at]) => now - at < APPLAUSE_MS).map(([id]) => view.classrooms[id]?.name ?? '');
  if (clapping.length === 0) return null;
  return (
    <p role="status" className={css.note}>
      {t('cheer.clapping', { rooms: clapping.join(t('common.listComma')) })}
    </p>
  );
}
