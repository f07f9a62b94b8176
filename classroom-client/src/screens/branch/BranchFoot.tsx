import { type Command, type LessonState, type PackQuestion, UNPREPARED } from '@tongke/shared-types';
import type { Send } from '../../connection/send.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { roundSteps } from '../assistant/round-steps.ts';
import { useNowAndNext } from '../assistant/use-now-and-next.ts';
import { QuickQuestions } from '../shared/QuickQuestions.tsx';
import { useTapGate } from '../shared/use-tap-gate.ts';
import css from './Branch.module.css';

/** So long a clock runs that is started with one tap, s. */
const CLOCK_SECONDS = 180;

/** [BR9] The fastest tablet of the room; what is asked is said aloud. */
const BUZZER: Command = { type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 30 };

interface Props {
  /** The branch's own lesson. */
  readonly view: LessonState;
  readonly send: Send;
  /** How many tablets can answer. */
  readonly tablets: number;
  /** [BR12] Whether the page is being drawn on. */
  readonly drawing: boolean;
  readonly onDraw: (drawing: boolean) => void;
}

/** [BR2] One big next step: the next page or question of the run, or what comes next of the question that is open; beside it pages, questions on the spot, a clock. */
export function BranchFoot({ view, send, tablets, drawing, onDraw }: Props) {
  const t = useT();
  const { round, slide, clock } = view;
  const { next, questions } = useNowAndNext(view);
  const steps = roundSteps(round);
  const rests = useTapGate(`${round?.roundId} ${steps[0]?.word} ${slide?.page} ${slide?.shown}`);
  const act = (command: Command) => {
    if (!rests) void send(command);
  };
  // Spread: a foot that is one group of buttons.
  const group = { role: 'group', 'aria-label': t('pack.now'), 'aria-disabled': rests } as const;
  if (round) {
    return (
      <footer {...group} className={css.foot}>
        {steps.map(({ word, command }, at) => (
          <Button
            key={word}
            look={at === 0 ? 'next' : 'plain'}
            size="large"
            className={at === 0 ? css.next : undefined}
            onClick={() => act(command)}
          >
            {t(word)}
          </Button>
        ))}
      </footer>
    );
  }
  const question =
    next?.kind === 'question' ? questions.find(({ questionId }) => questionId === next.questionId) : undefined;
  return (
    <footer {...group} className={css.foot}>
      {slide?.shown && (
        <>
          <Button
            size="large"
            disabled={slide.page <= 1}
            onClick={() => act({ type: 'page.turn', page: slide.page - 1 })}
          >
            {`◀ ${t('slides.previous')}`}
          </Button>
          <span className={css.page}>{t('slides.pageOf', { page: slide.page, pages: slide.pages })}</span>
        </>
      )}
      {question && (
        <Button look="next" size="large" className={css.next} onClick={() => act(ask(question))}>
          {`${t('branch.ask')} · ${question.prompt || t('branch.picture')}`}
        </Button>
      )}
      {slide?.shown && slide.page < slide.pages && (
        <Button
          look={question ? 'plain' : 'next'}
          size="large"
          className={question ? undefined : css.next}
          onClick={() => act({ type: 'page.turn', page: slide.page + 1 })}
        >
          {`${t('branch.nextPage')} ▶`}
        </Button>
      )}
      {slide?.shown && (
        <Button size="large" aria-pressed={drawing} onClick={() => onDraw(!drawing)}>
          {t(drawing ? 'branch.drawn' : 'branch.draw')}
        </Button>
      )}
      {slide && !slide.shown && (
        <Button size="large" onClick={() => act({ type: 'slides.show', shown: true })}>
          {t('slides.bringBack')}
        </Button>
      )}
      <QuickQuestions onOpen={act} />
      {tablets > 0 && (
        <Button size="large" onClick={() => act(BUZZER)}>
          {t('leading.buzzer')}
        </Button>
      )}
      {clock ? (
        <Button size="large" onClick={() => act({ type: 'clock.stop' })}>
          {t('clock.stop')}
        </Button>
      ) : (
        <Button size="large" onClick={() => act({ type: 'clock.start', seconds: CLOCK_SECONDS })}>
          {`${t('clock.button')} ${t('clock.minutes', { minutes: CLOCK_SECONDS / 60 })}`}
        </Button>
      )}
    </footer>
  );
}

/** A question of the pack as it is asked on a branch: hands are counted, and nobody knows the right answer here. */
function ask({
  task,
  prompt,
  picture,
  readSeconds,
  seconds,
}: PackQuestion): Extract<Command, { type: 'question.open' }> {
  return { ...UNPREPARED, task, prompt, picture, readSeconds, seconds };
}
