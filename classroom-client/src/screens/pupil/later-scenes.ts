import { addWords } from '../../i18n/i18n.ts';
import { scenes } from '../../i18n/words/scenes.ts';

export { EndedScene } from './EndedScene.tsx';
export { SpeakScene } from './SpeakScene.tsx';
export { TurnBand } from './TurnBand.tsx';

addWords({ scenes });
