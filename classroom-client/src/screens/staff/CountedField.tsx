import { countCharacters } from '@tongke/shared-types';
import type { ComponentProps } from 'react';
import { Field } from '../../ui/Field.tsx';

type Props = Omit<ComponentProps<typeof Field>, 'maxLength' | 'value'> & {
  readonly value: string;
  /** In characters as a reader counts them. */
  readonly most: number;
};

/** A field that takes so many characters and says how many there are. */
export function CountedField({ label, value, most, onValue, ...rest }: Props) {
  return (
    <Field
      label={`${label} · ${countCharacters(value)}/${most}`}
      value={value}
      onValue={(text) => onValue([...text].slice(0, most).join(''))}
      {...rest}
    />
  );
}
