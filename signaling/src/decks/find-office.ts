import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

const PROGRAMS = ['soffice', 'libreoffice'];
const PLACES = ['/usr/lib/libreoffice/program', '/Applications/LibreOffice.app/Contents/MacOS'];

/** LibreOffice's program on this path or where its packages put it; null when it is not installed. */
export async function findOffice(path: string): Promise<string | null> {
  for (const folder of [...path.split(delimiter).filter(Boolean), ...(path === '' ? [] : PLACES)]) {
    for (const program of PROGRAMS) {
      const file = join(folder, program);
      if (
        await access(file, constants.X_OK).then(
          () => true,
          () => false,
        )
      )
        return file;
    }
  }
  return null;
}
