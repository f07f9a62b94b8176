import { common } from '../i18n/words/common.ts';
import { testDevice } from '../i18n/words/test-device.ts';
import { TestDevice } from '../screens/test-device/TestDevice.tsx';
import { mount } from '../ui/mount.tsx';

mount({ common, testDevice }, () => <TestDevice />);
