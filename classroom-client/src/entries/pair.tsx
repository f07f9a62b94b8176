import { t } from '../i18n/i18n.ts';
import { common } from '../i18n/words/common.ts';
import { refusalStaff } from '../i18n/words/refusal-staff.ts';
import { staff } from '../i18n/words/staff.ts';
import { Pair } from '../screens/pair/Pair.tsx';
import { mount } from '../ui/mount.tsx';

mount({ common, refusal: refusalStaff, staff }, () => <Pair />, { title: () => t('staff.pairTitle') });
