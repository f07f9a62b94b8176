import { keepShell } from '../connection/keep-shell.ts';
import { t } from '../i18n/i18n.ts';
import { assistant } from '../i18n/words/assistant.ts';
import { board } from '../i18n/words/board.ts';
import { branch } from '../i18n/words/branch.ts';
import { cheer } from '../i18n/words/cheer.ts';
import { clock } from '../i18n/words/clock.ts';
import { common } from '../i18n/words/common.ts';
import { draw } from '../i18n/words/draw.ts';
import { hands } from '../i18n/words/hands.ts';
import { ink } from '../i18n/words/ink.ts';
import { leading } from '../i18n/words/leading.ts';
import { link } from '../i18n/words/link.ts';
import { pack } from '../i18n/words/pack.ts';
import { questions } from '../i18n/words/questions.ts';
import { refusalStaff } from '../i18n/words/refusal-staff.ts';
import { rooms } from '../i18n/words/rooms.ts';
import { screen } from '../i18n/words/screen.ts';
import { second } from '../i18n/words/second.ts';
import { selfTest } from '../i18n/words/self-test.ts';
import { slides } from '../i18n/words/slides.ts';
import { teach } from '../i18n/words/teach.ts';
import { works } from '../i18n/words/works.ts';
import { Teach } from '../screens/teach/Teach.tsx';
import { mount } from '../ui/mount.tsx';

mount(
  {
    common,
    refusal: refusalStaff,
    slides,
    pack,
    branch,
    questions,
    rooms,
    teach,
    draw,
    leading,
    link,
    assistant,
    hands,
    screen,
    clock,
    cheer,
    works,
    ink,
    second,
    board,
    selfTest,
  },
  () => <Teach />,
  {
    title: () => t('teach.title'),
  },
);
keepShell();
