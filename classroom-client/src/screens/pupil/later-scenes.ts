import { addWords } from '../../i18n/i18n.ts';
import { cheer } from '../../i18n/words/cheer.ts';
import { clock } from '../../i18n/words/clock.ts';
import { scenes } from '../../i18n/words/scenes.ts';

export { ClockBand } from './ClockBand.tsx';
export { EndedScene } from './EndedScene.tsx';
export { PraiseBand } from './PraiseBand.tsx';
export { SpeakScene } from './SpeakScene.tsx';
export { TurnBand } from './TurnBand.tsx';

addWords({ scenes, clock, cheer });
