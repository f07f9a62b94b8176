import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

const PROGRAMS = ['soffice', 'libreoffice'];
/** macOS puts no program of LibreOffice on the path. */
const MAC = '/Applications/LibreOffice.app/Contents/MacOS';

/** LibreOffice's program: the one that is named, or else the first on the path; null when it is not there. */
export async function findOffice(named: string | null, path: string): Promise<string | null> {
  if (named !== null) return (await isProgram(named)) ? named : null;
  for (const folder of [...path.split(delimiter).filter(Boolean), MAC]) {
    for (const program of PROGRAMS) {
      const file = join(folder, program);
      if (await isProgram(file)) return file;
    }
  }
  return null;
}

function isProgram(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
