import { useT } from '../../i18n/use-t.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { SecondScreenOffer } from './SecondScreenOffer.tsx';

interface Props {
  readonly onOpened: () => void;
  readonly onClose: () => void;
}

/** [SS2] The window for the own class, where no sheet of sharing offers it. */
export function SecondScreenSheet({ onOpened, onClose }: Props) {
  const t = useT();
  return (
    <Sheet title={t('screen.second')} onClose={onClose}>
      <SecondScreenOffer alone onOpened={onOpened} />
    </Sheet>
  );
}
