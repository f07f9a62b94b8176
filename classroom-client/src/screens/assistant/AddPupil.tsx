import { type FormEvent, useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import css from './AddPupil.module.css';
import type { RoomProps } from './room-props.ts';

/** 名单里没有我: adds a child on the spot, who can then choose the own name on the tablet. */
export function AddPupil({ classroomId, act }: Pick<RoomProps, 'act'> & { readonly classroomId: string }) {
  const t = useT();
  const [name, setName] = useState('');
  const [state, setState] = useState<'writing' | 'sending' | 'added'>('writing');
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (state === 'sending' || name.trim() === '') return;
    setState('sending');
    const added = await act({ type: 'seat.add', classroomId, name: name.trim() });
    if (added) setName('');
    setState(added ? 'added' : 'writing');
  };
  return (
    <form className={css.form} onSubmit={add}>
      <Field
        label={t('assistant.notOnList')}
        placeholder={t('assistant.newName')}
        value={name}
        maxLength={40}
        autoComplete="off"
        onValue={(value) => {
          setName(value);
          setState('writing');
        }}
      />
      <Button type="submit" disabled={state === 'sending' || name.trim() === ''}>
        {t(state === 'sending' ? 'common.sending' : 'assistant.add')}
      </Button>
      {state === 'added' && <p role="status">{t('assistant.added')}</p>}
    </form>
  );
}
