import { t } from '../i18n/i18n.ts';
import { common } from '../i18n/words/common.ts';
import { questions } from '../i18n/words/questions.ts';
import { refusalStaff } from '../i18n/words/refusal-staff.ts';
import { rooms } from '../i18n/words/rooms.ts';
import { slides } from '../i18n/words/slides.ts';
import { staff } from '../i18n/words/staff.ts';
import { Admin } from '../screens/admin/Admin.tsx';
import { mount } from '../ui/mount.tsx';

mount({ common, refusal: refusalStaff, slides, questions, rooms, staff }, () => <Admin />, {
  title: () => t('staff.title'),
});
