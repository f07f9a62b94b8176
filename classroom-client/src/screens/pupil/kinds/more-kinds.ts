import { addWords } from '../../../i18n/i18n.ts';
import { answer } from '../../../i18n/words/answer.ts';

export { BlobPicture } from '../../../ui/BlobPicture.tsx';
export { LateAnswers } from './LateAnswers.tsx';
export { LatePad } from './LatePad.tsx';

addWords({ answer });
