import type { ReactNode, SyntheticEvent } from 'react';
import css from './BuzzerDisc.module.css';
import { classNames } from './class-names.ts';

interface Props {
  readonly children: ReactNode;
  /** `calm` before it is time, which may be pressed too, too early; `pressed` takes nothing. */
  readonly look: 'calm' | 'open' | 'pressed';
  /** With the event's own `timeStamp`. */
  readonly onPress: (timeStamp: number) => void;
}

/** One sun disc, the size of a hand. It takes the press at the first touch, not when the finger leaves; a click of a keyboard has no touch before it. */
export function BuzzerDisc({ children, look, onPress }: Props) {
  const press = ({ nativeEvent }: SyntheticEvent) => {
    if (look !== 'pressed') onPress(nativeEvent.timeStamp);
  };
  return (
    <button
      type="button"
      aria-pressed={look === 'pressed'}
      className={classNames(css.disc, css[look])}
      onPointerDown={press}
      onClick={(event) => event.detail === 0 && press(event)}
      onContextMenu={(event) => event.preventDefault()}
    >
      {children}
    </button>
  );
}
