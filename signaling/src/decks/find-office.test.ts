import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { findOffice } from './find-office.ts';

test('[DK2] LibreOffice is the program that is named, or the first on the path, or not there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongke-office-'));
  const program = join(folder, 'libreoffice');
  writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
  expect(await findOffice(null, ['/nowhere', folder].join(delimiter))).toBe(program);
  expect(await findOffice(program, '')).toBe(program);
  expect(await findOffice(join(folder, 'nothing'), folder)).toBeNull();
  rmSync(folder, { recursive: true });
});
