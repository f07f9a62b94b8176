import { addWords } from '../../i18n/i18n.ts';
import { refusal } from '../../i18n/words/refusal.ts';

addWords({ refusal });
