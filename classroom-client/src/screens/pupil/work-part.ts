import { addWords } from '../../i18n/i18n.ts';
import { answer } from '../../i18n/words/answer.ts';
import { works } from '../../i18n/words/works.ts';

export { WorkScene } from './WorkScene.tsx';

addWords({ answer, works });
