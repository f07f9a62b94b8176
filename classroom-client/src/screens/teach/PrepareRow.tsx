import { Button } from '../../ui/Button.tsx';
import css from './PrepareRow.module.css';

interface Props {
  readonly title: string;
  /** How it stands. */
  readonly line: string;
  readonly button: string;
  readonly onPress: () => void;
}

/** One thing that can be made ready before the lesson: how it stands, and what to tap. */
export function PrepareRow({ title, line, button, onPress }: Props) {
  return (
    <div className={css.row}>
      <div className={css.words}>
        <h2>{title}</h2>
        <p className="muted">{line}</p>
      </div>
      <Button size="small" onClick={onPress}>
        {button}
      </Button>
    </div>
  );
}
