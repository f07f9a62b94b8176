import type { PadProps } from '../AnswerPad.tsx';
import { MultiplePad } from './MultiplePad.tsx';
import { NumberPad } from './NumberPad.tsx';
import { OrderPad } from './OrderPad.tsx';
import { PhotoPad } from './PhotoPad.tsx';
import { TextPad } from './TextPad.tsx';

/** The way to answer a question of the kinds that are more than one tap. */
export function LatePad(props: PadProps) {
  const { task } = props.round;
  switch (task.kind) {
    case 'multiple':
      return <MultiplePad {...props} task={task} />;
    case 'number':
      return <NumberPad {...props} task={task} />;
    case 'order':
      return <OrderPad {...props} task={task} />;
    case 'photo':
      return <PhotoPad {...props} />;
    default:
      return <TextPad {...props} />;
  }
}
