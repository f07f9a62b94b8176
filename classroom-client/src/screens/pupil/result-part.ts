import { addWords } from '../../i18n/i18n.ts';
import { result } from '../../i18n/words/result.ts';

export { ResultScene } from './ResultScene.tsx';

addWords({ result });
