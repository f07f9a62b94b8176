import { t } from '../i18n/i18n.ts';
import { assistant } from '../i18n/words/assistant.ts';
import { cheer } from '../i18n/words/cheer.ts';
import { common } from '../i18n/words/common.ts';
import { hands } from '../i18n/words/hands.ts';
import { ink } from '../i18n/words/ink.ts';
import { leading } from '../i18n/words/leading.ts';
import { pack } from '../i18n/words/pack.ts';
import { refusalStaff } from '../i18n/words/refusal-staff.ts';
import { slides } from '../i18n/words/slides.ts';
import { staff } from '../i18n/words/staff.ts';
import { works } from '../i18n/words/works.ts';
import { Assist } from '../screens/assist/Assist.tsx';
import { mount } from '../ui/mount.tsx';

mount(
  { common, refusal: refusalStaff, slides, pack, ink, staff, assistant, leading, hands, cheer, works },
  () => <Assist />,
  {
    title: () => t('staff.assistTitle'),
  },
);
