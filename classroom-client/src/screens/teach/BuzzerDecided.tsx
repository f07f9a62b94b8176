import type { BuzzerRound, Place } from '@tongke/shared-types';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { fairnessWords } from '../shared/fairness-words.ts';
import css from './BuzzerNow.module.css';
import { BuzzerOrder } from './BuzzerOrder.tsx';
import { type BuzzerStep, buzzerSteps, commandOf } from './buzzer-steps.ts';
import { entrantName } from './entrant-name.ts';
import strip from './NowStrip.module.css';
import type { TeachProps } from './teach-props.ts';

interface Props extends TeachProps {
  readonly round: BuzzerRound;
  readonly order: readonly Place[];
}

const WORDS = {
  speak: 'teach.letSpeak',
  give: 'teach.buzzerGive',
  withhold: 'teach.buzzerWithhold',
  pass: 'teach.buzzerPass',
  end: 'teach.dismiss',
} as const;

/** [BZ10] [BZ11] The order is final: who is to answer, the point, the next in order, and how the lesson's wins stand. */
export function BuzzerDecided({ view, names, act, round, order }: Props) {
  const t = useT();
  const { current, verdicts } = round;
  const called = order.find(({ rank }) => rank === current);
  const sharing = order.filter(({ place }) => place === called?.place);
  const who = sharing.map(({ entrant }) => entrantName(t, { view, names }, entrant)).join(t('common.listComma'));
  const name = called ? entrantName(t, { view, names }, called.entrant) : '';
  const verdict = verdicts.find(({ place }) => place === called?.place);
  const { next, others } = buzzerSteps(round, order, view.floor.turns.length > 0);
  const button = (step: BuzzerStep, look: 'next' | 'plain'): ReactNode => (
    <Button key={step} look={look} size="large" onClick={() => act(commandOf(step, round, called))}>
      {t(WORDS[step])}
    </Button>
  );
  return (
    <div className={strip.row}>
      <div className={css.middle}>
        <p className={css.won} title={sharing.length > 1 ? who : name}>
          {!called && t('teach.buzzerNobody')}
          {called && sharing.length > 1 && t('teach.buzzerTied', { names: who })}
          {called && sharing.length === 1 && t(current === 1 ? 'teach.buzzerWinner' : 'teach.buzzerCalled', { name })}
          {verdict && <span className="muted"> · {t(verdict.given ? 'teach.pointGiven' : 'teach.pointWithheld')}</span>}
        </p>
        {order.length > 0 && <BuzzerOrder {...{ view, names, round, order }} />}
        <p className={css.fairness} title={fairnessWords(t, view)}>
          {fairnessWords(t, view)}
        </p>
      </div>
      <div className={css.decided}>
        {others.map((step) => button(step, 'plain'))}
        {button(next, 'next')}
      </div>
    </div>
  );
}
