import type { Colour } from '@tongke/shared-types';
import { classNames } from '../../ui/class-names.ts';
import css from './SelfTest.module.css';

const SIGNS: Readonly<Record<Colour, string>> = { green: '✓', yellow: '!', red: '✕' };

/** A dot in the colour of a finding, with a sign for whoever does not tell colours apart. */
export function ColourMark({ colour }: { readonly colour: Colour }) {
  return (
    <span aria-hidden="true" className={classNames(css.mark, css[colour])}>
      {SIGNS[colour]}
    </span>
  );
}
