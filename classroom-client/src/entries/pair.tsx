import { t } from '../i18n/i18n.ts';
import { common } from '../i18n/words/common.ts';
import { refusal } from '../i18n/words/refusal.ts';
import { staff } from '../i18n/words/staff.ts';
import { Pair } from '../screens/pair/Pair.tsx';
import { mount } from '../ui/mount.tsx';

mount({ common, refusal, staff }, () => <Pair />, { title: () => t('staff.pairTitle') });
