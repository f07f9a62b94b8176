import { type Command, openPage } from '@tongke/shared-types';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { Tile } from '../../ui/Tile.tsx';
import { QuickQuestions } from '../shared/QuickQuestions.tsx';
import { useTapGate } from '../shared/use-tap-gate.ts';
import css from './ActingLead.module.css';
import { ActingSlides } from './ActingSlides.tsx';
import panel from './AssistantPanel.module.css';
import type { RoomProps } from './room-props.ts';
import { roundSteps } from './round-steps.ts';

/** How long a turn and a buzzer last that the acting lead opens, in s. */
const TURN_SECONDS = 60;
const BUZZER_SECONDS = 20;

interface Props extends Pick<RoomProps, 'view' | 'act'> {
  /** How one asks and for how long one leads. */
  readonly line: string;
  /** Where the page is drawn on, while one is on the screens. */
  readonly page: ReactNode;
}

/** [LD4] What whoever leads in the lead teacher's place can do: the floor by classrooms, a question or buzzer on the spot, and its next step. */
export function ActingLead({ view, act, line, page }: Props) {
  const t = useT();
  const { classrooms, floor, round, slide } = view;
  // The next step stands where the last one was.
  const rests = useTapGate(
    roundSteps(round)
      .map(({ word }) => word)
      .join(),
  );
  const ask = (command: Command) => {
    if (!rests) void act(command);
  };
  const here = Object.values(classrooms).filter(({ own, board, left }) => own || (board.online && !left));
  return (
    // biome-ignore lint/a11y/useSemanticElements: A fieldset would bring a frame of its own.
    <div role="group" className={panel.card} aria-label={t('leading.yours')} aria-disabled={rests}>
      <div>
        <h2>{t('leading.yours')}</h2>
        <p className="muted">{line}</p>
      </div>
      {floor.turns.map(({ turnId, classroomId }) => (
        <Button key={turnId} look="live" size="large" wide onClick={() => ask({ type: 'turn.end', turnId })}>
          {t('leading.endTurn', { classroom: classrooms[classroomId]?.name ?? '' })}
        </Button>
      ))}
      <h3>{t('leading.giveTurn')}</h3>
      <div className={css.rooms}>
        {here.map(({ classroomId, name }) => (
          <Tile
            key={classroomId}
            title={name}
            chosen={floor.turns.some((turn) => turn.classroomId === classroomId)}
            onClick={() => ask({ type: 'turn.give', classroomId, seatId: null, seconds: TURN_SECONDS })}
          />
        ))}
      </div>
      {slide && <ActingSlides {...{ slide, act }} />}
      {openPage(view) !== null && page}
      {round ? (
        roundSteps(round).map(({ word, command }, at) => (
          <Button key={word} look={at === 0 ? 'next' : 'plain'} size="large" wide onClick={() => ask(command)}>
            {t(word)}
          </Button>
        ))
      ) : (
        <>
          <QuickQuestions onOpen={ask} />
          <Button
            size="large"
            wide
            onClick={() => ask({ type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: BUZZER_SECONDS })}
          >
            {t('leading.buzzer')}
          </Button>
        </>
      )}
      <ConfirmButton wide question={t('leading.giveBackSure')} onConfirm={() => void act({ type: 'lead.give-back' })}>
        {t('leading.giveBack')}
      </ConfirmButton>
    </div>
  );
}
