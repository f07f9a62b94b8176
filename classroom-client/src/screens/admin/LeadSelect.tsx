import { useId } from 'react';
import { call } from '../../api/call.ts';
import { useLoad } from '../../api/use-load.ts';
import { useT } from '../../i18n/use-t.ts';
import css from './Panel.module.css';

interface Props {
  readonly value: string;
  readonly onChange: (accountId: string) => void;
}

/** Who teaches: the school's teachers and administrators. */
export function LeadSelect({ value, onChange }: Props) {
  const t = useT();
  const id = useId();
  const { answer } = useLoad(() => call('GET /api/accounts'));
  const people = answer?.ok ? answer.accounts.filter(({ role }) => role !== 'assistant') : [];
  return (
    <div className={css.select}>
      <label htmlFor={id}>{t('staff.lead')}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        {people.map(({ accountId, name }) => (
          <option key={accountId} value={accountId}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
