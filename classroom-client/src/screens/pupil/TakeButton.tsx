import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';

interface Props {
  readonly onTake: () => Promise<unknown>;
  readonly className: string | undefined;
}

/** [FL15] 我来: this pupil wants the turn that anybody of the class may have; one tap counts until it is answered. */
export function TakeButton({ onTake, className }: Props) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const take = () => {
    if (asking) return;
    setAsking(true);
    void onTake().finally(() => setAsking(false));
  };
  return (
    <Button look="next" size="large" className={className} aria-disabled={asking} onClick={take}>
      {t(asking ? 'common.sending' : 'scenes.take')}
    </Button>
  );
}
