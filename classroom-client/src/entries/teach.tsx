import { keepShell } from '../connection/keep-shell.ts';
import { t } from '../i18n/i18n.ts';
import { assistant } from '../i18n/words/assistant.ts';
import { common } from '../i18n/words/common.ts';
import { draw } from '../i18n/words/draw.ts';
import { hands } from '../i18n/words/hands.ts';
import { leading } from '../i18n/words/leading.ts';
import { link } from '../i18n/words/link.ts';
import { questions } from '../i18n/words/questions.ts';
import { refusalStaff } from '../i18n/words/refusal-staff.ts';
import { rooms } from '../i18n/words/rooms.ts';
import { selfTest } from '../i18n/words/self-test.ts';
import { teach } from '../i18n/words/teach.ts';
import { Teach } from '../screens/teach/Teach.tsx';
import { mount } from '../ui/mount.tsx';

mount(
  { common, refusal: refusalStaff, questions, rooms, teach, draw, leading, link, assistant, hands, selfTest },
  () => <Teach />,
  {
    title: () => t('teach.title'),
  },
);
keepShell();
