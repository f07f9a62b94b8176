import { can, type Role, turnOfRoom } from '@tongke/shared-types';
import type { Say } from '../../i18n/i18n.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { roomAnswers } from '../shared/answer-counts.ts';
import { HandReasons } from '../shared/HandReasons.tsx';
import { type AssistantStep, assistantStep } from './assistant-step.ts';
import { ChoosePupil } from './ChoosePupil.tsx';
import { classHand } from './room-of.ts';
import type { RoomProps } from './room-props.ts';
import css from './StepCard.module.css';
import { usePupilName } from './use-pupil-name.ts';

const LIVE: readonly AssistantStep['kind'][] = ['turn', 'accept', 'anyone'];

/** What happens now, what comes next, and the one thing to do. */
export function StepCard({ view, room, names, act, role }: RoomProps & { readonly role: Role }) {
  const t = useT();
  const pupilName = usePupilName(names);
  const step = assistantStep(view, room);
  const { action, seat, tablet } = step;
  const own = turnOfRoom(view, room.classroomId);
  return (
    <section className={classNames(css.card, LIVE.includes(step.kind) && css.live)} aria-live="polite">
      <p className={css.label}>{t('assistant.nowLabel')}</p>
      <h2 className={css.now}>{nowWords(t, step, view, room, seat ? pupilName(seat) : null)}</h2>
      <p className={css.next}>
        <span className={css.label}>{t('assistant.nextLabel')}</span> {nextWords(t, step, role)}
      </p>
      {action && can(role, action.command.type) && (
        <Button look="next" size="large" wide onClick={() => act(action.command)}>
          {t(`assistant.${action.word}`)}
        </Button>
      )}
      {own && step.kind === 'anyone' && can(role, 'turn.take') && (
        <ChoosePupil
          {...{ room, names }}
          onChoose={(seatId) => act({ type: 'turn.take', turnId: own.turnId, seatId })}
        />
      )}
      {step.kind === 'handUp' && can(role, 'hand.raise') && (
        <HandReasons
          chosen={classHand(view, room)?.reason ?? null}
          onChoose={(reason) => act({ type: 'hand.raise', reason })}
        />
      )}
      {step.kind === 'request' && seat && (
        <Button wide onClick={() => act({ type: 'seat.deny', seatId: seat.seatId })}>
          {t('assistant.deny')}
        </Button>
      )}
      {tablet && (
        <Button
          wide
          onClick={() => act({ type: 'tablet.deny', classroomId: room.classroomId, tabletId: tablet.tabletId })}
        >
          {t('assistant.deny')}
        </Button>
      )}
    </section>
  );
}

function nowWords(
  t: Say,
  { kind, presence, classroom, tablet }: AssistantStep,
  { round }: RoomProps['view'],
  room: RoomProps['room'],
  name: string | null,
): string {
  switch (kind) {
    case 'turn':
      return name === null ? t('assistant.turnNow') : t('assistant.turnSeatNow', { name });
    case 'accept':
      return name === null ? t('assistant.acceptNow') : t('assistant.acceptSeatNow', { name });
    case 'request':
      return t('assistant.requestNow', { name: name ?? '' });
    case 'tablet':
      return t('assistant.tabletLine', { number: tablet?.number ?? '' });
    case 'otherTurn':
      return t('assistant.otherTurnNow', { classroom: classroom ?? '' });
    case 'question':
    case 'answered': {
      const answers = round?.kind === 'question' ? roomAnswers(room, round) : null;
      return t('assistant.questionNow', { here: answers?.answered ?? 0, all: answers?.expected ?? presence.all });
    }
    case 'join':
      return t('assistant.joinNow', { ...presence });
    case 'door':
      return t('assistant.doorNow', { ...presence });
    case 'ready':
      return t('assistant.readyNow', { ...presence });
    default:
      return t(`assistant.${kind}Now`);
  }
}

function nextWords(t: Say, { kind }: AssistantStep, role: Role): string {
  switch (kind) {
    case 'answered':
      return t('assistant.questionAllNext');
    case 'otherTurn':
    case 'buzzerDone':
      return t('assistant.listenNext');
    case 'listen':
      return t(can(role, 'hand.raise') ? 'assistant.idleNext' : 'assistant.listenNext');
    default:
      return t(`assistant.${kind}Next`);
  }
}
