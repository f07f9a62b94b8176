import { type Command, type LessonState, MOST_SECONDS } from '@tongke/shared-types';
import { call } from '../../api/call.ts';
import { problemWords } from '../../api/problem-words.ts';
import { useLoad } from '../../api/use-load.ts';
import { useTask } from '../../api/use-task.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { Working } from '../../ui/Working.tsx';
import css from './SecondsSheet.module.css';

interface Props {
  readonly view: LessonState;
  readonly act: (command: Command) => void;
  readonly onClose: () => void;
}

/** [LD6] The lead teacher names second teachers of the own school, sees who of them is here, and hands the lead over. */
export function SecondsSheet({ view, act, onClose }: Props) {
  const t = useT();
  const { lessonId, phase, seconds, acting } = view;
  const { answer, reload } = useLoad(() => call('GET /api/lessons/:id/seconds', { id: lessonId }));
  const { busy, problem, run } = useTask();
  const teachers = answer?.ok ? answer.teachers : [];
  const chosen = teachers.filter(({ second }) => second).map(({ accountId }) => accountId);
  const choose = async (accountId: string, on: boolean) => {
    const accountIds = on ? [...chosen, accountId] : chosen.filter((one) => one !== accountId);
    await run(() => call('PUT /api/lessons/:id/seconds', { id: lessonId, body: { accountIds } }));
    await reload();
  };
  return (
    <Sheet title={t('second.title')} onClose={onClose}>
      <p className="muted">{t('second.line')}</p>
      {problem && <Notice tone="danger">{problemWords(t, problem)}</Notice>}
      {!answer && <Working sentence={t('common.connecting')} />}
      {answer && !answer.ok && (
        <Notice
          tone="danger"
          action={
            <Button size="small" onClick={() => void reload()}>
              {t('common.retry')}
            </Button>
          }
        >
          {problemWords(t, answer.reason)}
        </Notice>
      )}
      {answer?.ok && teachers.length === 0 && <Notice>{t('second.nobody')}</Notice>}
      <ul className={css.list}>
        {teachers.map(({ accountId, name, second }) => (
          <li key={accountId}>
            <Switch
              label={
                second && phase === 'live'
                  ? `${name} · ${t(seconds[accountId]?.online ? 'second.here' : 'second.away')}`
                  : name
              }
              on={second}
              disabled={busy || (!second && chosen.length >= MOST_SECONDS)}
              onChange={(on) => void choose(accountId, on)}
            />
            {second && phase === 'live' && seconds[accountId]?.online && acting?.by !== accountId && (
              <ConfirmButton
                wide
                question={t('second.handSure', { name })}
                onConfirm={() => {
                  onClose();
                  act({ type: 'lead.hand', to: accountId });
                }}
              >
                {t('second.hand', { name })}
              </ConfirmButton>
            )}
          </li>
        ))}
      </ul>
      {chosen.length >= MOST_SECONDS && <p className="muted">{t('second.most', { count: MOST_SECONDS })}</p>}
    </Sheet>
  );
}
