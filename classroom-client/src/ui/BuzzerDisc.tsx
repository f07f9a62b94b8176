import type { ReactNode, SyntheticEvent } from 'react';
import css from './BuzzerDisc.module.css';
import { classNames } from './class-names.ts';

interface Props {
  readonly children: ReactNode;
  readonly pressed: boolean;
  /** With the event's own `timeStamp`. */
  readonly onPress: (timeStamp: number) => void;
}

/** One sun disc, the size of a hand. It takes the press at the first touch, not when the finger leaves. */
export function BuzzerDisc({ children, pressed, onPress }: Props) {
  const press = ({ nativeEvent }: SyntheticEvent) => {
    if (!pressed) onPress(nativeEvent.timeStamp);
  };
  return (
    <button
      type="button"
      aria-pressed={pressed}
      className={classNames(css.disc, pressed && css.pressed)}
      onPointerDown={press}
      onClick={press}
      onContextMenu={(event) => event.preventDefault()}
    >
      {children}
    </button>
  );
}
