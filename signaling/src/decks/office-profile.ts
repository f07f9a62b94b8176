import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const set = (path: string, name: string, value: string) =>
  `<item oor:path="/org.openoffice.Office.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;

/** [DK3] Nothing in a file runs, and nothing is fetched from anywhere. */
const SETTINGS = [
  set('Common/Security/Scripting', 'MacroSecurityLevel', '3'),
  set('Common/Security/Scripting', 'DisableMacrosExecution', 'true'),
  set('Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'),
  set('Common/Security/Scripting', 'DisableActiveContent', 'true'),
];

/** Makes a fresh profile of LibreOffice in this folder and answers where it lies, as LibreOffice wants to be told. */
export async function officeProfile(folder: string): Promise<string> {
  const profile = join(folder, 'profile');
  await mkdir(join(profile, 'user'), { recursive: true });
  const head = '<oor:items xmlns:oor="http://openoffice.org/2001/registry">';
  const xml = `<?xml version="1.0" encoding="UTF-8"?>${head}${SETTINGS.join('')}</oor:items>`;
  await writeFile(join(profile, 'user', 'registrymodifications.xcu'), xml);
  return `-env:UserInstallation=file://${encodeURI(profile)}`;
}
