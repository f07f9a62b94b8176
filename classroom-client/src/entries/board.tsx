import { keepShell } from '../connection/keep-shell.ts';
import { t } from '../i18n/i18n.ts';
import { assistant } from '../i18n/words/assistant.ts';
import { board } from '../i18n/words/board.ts';
import { common } from '../i18n/words/common.ts';
import { hands } from '../i18n/words/hands.ts';
import { leading } from '../i18n/words/leading.ts';
import { link } from '../i18n/words/link.ts';
import { refusalStaff } from '../i18n/words/refusal-staff.ts';
import { selfTest } from '../i18n/words/self-test.ts';
import { teach } from '../i18n/words/teach.ts';
import { Board } from '../screens/board/Board.tsx';
import { mount } from '../ui/mount.tsx';

mount({ common, refusal: refusalStaff, board, teach, leading, link, assistant, hands, selfTest }, () => <Board />, {
  title: () => t('board.title'),
  opensItself: true,
});
keepShell();
