import { expect, it } from 'vitest';
import { newSetupLink } from './new-setup-link.mjs';

const teach = { label: 'Lead teacher', url: 'https://192.168.1.7:8443/teach' };
const setup = (secret) => ({ label: 'Administrator', url: `https://192.168.1.7:8443/setup#${secret}` });

it('is the setup link of a server that came back with another one, and nothing else', () => {
  const before = { links: [setup('one'), teach] };
  expect(newSetupLink(before, { links: [setup('two'), teach] })).toEqual(setup('two'));
  expect(newSetupLink(before, before)).toBeUndefined();
  expect(newSetupLink(before, { links: [teach] })).toBeUndefined();
  expect(newSetupLink({}, {})).toBeUndefined();
});
