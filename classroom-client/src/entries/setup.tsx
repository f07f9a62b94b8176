import { common } from '../i18n/words/common.ts';
import { refusalStaff } from '../i18n/words/refusal-staff.ts';
import { staff } from '../i18n/words/staff.ts';
import { Setup } from '../screens/setup/Setup.tsx';
import { mount } from '../ui/mount.tsx';

mount({ common, refusal: refusalStaff, staff }, () => <Setup />);
