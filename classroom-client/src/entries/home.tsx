import { common } from '../i18n/words/common.ts';
import { home } from '../i18n/words/home.ts';
import { Home } from '../screens/home/Home.tsx';
import { mount } from '../ui/mount.tsx';

mount({ common, home }, () => <Home />);
