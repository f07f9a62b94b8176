import { addWords } from '../../../i18n/i18n.ts';
import { answer } from '../../../i18n/words/answer.ts';
import { clock } from '../../../i18n/words/clock.ts';

export { SharedScreen } from './SharedScreen.tsx';

addWords({ answer, clock });
