import { BUZZER_MODES, type Command, QUESTION_LIMITS } from '@tongke/shared-types';
import { useState } from 'react';
import { shelf } from '../../connection/storage.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Radio } from '../../ui/Radio.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { CountedField } from '../staff/CountedField.tsx';
import css from './BuzzerSheet.module.css';
import { BUZZER_SECONDS, keepChoice, keptChoice, TEAMS } from './buzzer-choice.ts';
import { Segments } from './Segments.tsx';

interface Props {
  readonly onOpen: (buzzer: Extract<Command, { type: 'buzzer.open' }>) => void;
  readonly onClose: () => void;
}

/** Who is compared with whom, what is asked, and for how long; as it was last time, so that a tap is enough. */
export function BuzzerSheet({ onOpen, onClose }: Props) {
  const t = useT();
  const [choice, setChoice] = useState(() => keptChoice(shelf));
  const [prompt, setPrompt] = useState('');
  const { mode, teams, seconds } = choice;
  const open = () => {
    keepChoice(shelf, choice);
    onOpen({ type: 'buzzer.open', mode, ...(mode === 'teams' && { teams }), prompt: prompt.trim(), seconds });
  };
  return (
    <Sheet title={t('teach.buzzer')} onClose={onClose}>
      <div className={css.sheet}>
        <div role="radiogroup" aria-label={t('teach.buzzerMode')} className={css.modes}>
          {BUZZER_MODES.map((value) => (
            <Radio
              key={value}
              checked={value === mode}
              className={css.mode}
              onChoose={() => setChoice({ ...choice, mode: value })}
            >
              <b>{t(`teach.mode-${value}`)}</b>
              <span>{t(`teach.modeLine-${value}`)}</span>
            </Radio>
          ))}
          {mode === 'teams' && (
            <Segments
              label={t('teach.teams')}
              value={teams}
              onChange={(value) => setChoice({ ...choice, teams: value })}
              options={TEAMS.map((value) => ({ value, words: t('teach.teamsCount', { count: value }) }))}
            />
          )}
        </div>
        <div className={css.time}>
          <span>{t('teach.time')}</span>
          <Segments
            label={t('teach.time')}
            value={seconds}
            onChange={(value) => setChoice({ ...choice, seconds: value })}
            options={BUZZER_SECONDS.map((value) => ({ value, words: t('teach.seconds', { seconds: value }) }))}
          />
        </div>
        <CountedField
          label={t('teach.buzzerPrompt')}
          value={prompt}
          most={QUESTION_LIMITS.prompt}
          onValue={setPrompt}
        />
        <Button look="next" size="large" wide onClick={open}>
          {t('teach.buzzerGo')}
        </Button>
      </div>
    </Sheet>
  );
}
