import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import css from './WhoAmI.module.css';

interface Props {
  readonly name: string;
  readonly classroom: string;
  readonly onChange: () => void;
}

/** Who sits here, small at the top, with 换人 beside it. */
export function WhoAmI({ name, classroom, onChange }: Props) {
  const t = useT();
  return (
    <>
      <span className={css.name}>
        <strong>{name}</strong> · {classroom}
      </span>
      <Button look="quiet" size="small" onClick={onChange}>
        {t('pupil.changePupil')}
      </Button>
    </>
  );
}
