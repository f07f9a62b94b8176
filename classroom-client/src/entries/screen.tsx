import { t } from '../i18n/i18n.ts';
import { board } from '../i18n/words/board.ts';
import { cheer } from '../i18n/words/cheer.ts';
import { clock } from '../i18n/words/clock.ts';
import { common } from '../i18n/words/common.ts';
import { ink } from '../i18n/words/ink.ts';
import { leading } from '../i18n/words/leading.ts';
import { refusalStaff } from '../i18n/words/refusal-staff.ts';
import { screen } from '../i18n/words/screen.ts';
import { slides } from '../i18n/words/slides.ts';
import { works } from '../i18n/words/works.ts';
import { SecondScreen } from '../screens/screen/SecondScreen.tsx';
import { mount } from '../ui/mount.tsx';

mount(
  { common, refusal: refusalStaff, board, cheer, clock, ink, leading, screen, slides, works },
  () => <SecondScreen />,
  {
    title: () => t('screen.second'),
    opensItself: true,
  },
);
