import { ChoosePupil } from './ChoosePupil.tsx';
import type { RoomProps } from './room-props.ts';

interface Props extends Omit<RoomProps, 'view'> {
  readonly onDone: () => void;
}

/** [TW5] Which pupil the lead teacher should call on; it stays until the choice is answered. */
export function CallOn({ room, names, act, onDone }: Props) {
  const call = async (seatId: string) => {
    await act({ type: 'word.say', word: 'call-on', seatId });
    onDone();
  };
  return <ChoosePupil {...{ room, names }} onChoose={call} />;
}
