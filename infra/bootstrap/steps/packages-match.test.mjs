import { describe, expect, it } from 'vitest';
import { packagesMatch } from './packages-match.mjs';

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    infra: { version: '0.1.0' },
    'node_modules/@tongke/infra': { link: true },
    'node_modules/zod': { version: '4.0.0' },
    'node_modules/only-on-windows': { version: '1.0.0', optional: true },
  },
};

describe('packagesMatch', () => {
  it('is content where only packages of other machines are missing', () => {
    expect(packagesMatch(wanted, { packages: { 'node_modules/zod': { version: '4.0.0' } } })).toBe(true);
  });

  it('sees a package that is missing or of another version', () => {
    expect(packagesMatch(wanted, {})).toBe(false);
    expect(packagesMatch(wanted, { packages: { 'node_modules/zod': { version: '4.0.1' } } })).toBe(false);
  });
});
