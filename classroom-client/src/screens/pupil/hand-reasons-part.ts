import { addWords } from '../../i18n/i18n.ts';
import { hands } from '../../i18n/words/hands.ts';

export { HandReasons } from '../shared/HandReasons.tsx';

addWords({ hands });
