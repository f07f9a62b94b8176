import type { Config } from './config.ts';
import { openDemo } from './demo/open-demo.ts';
import { adminLink } from './http/admin-link.ts';
import { firstStartToken } from './http/first-start.ts';
import type { Origins } from './origins.ts';
import type { LessonRegistry } from './room/registry.ts';
import type { Catalogue } from './store/catalogue-stores.ts';

/** What the launcher prints: links, a sentence about them, and the address for its QR code. */
export interface StartLinks {
  readonly links: readonly { readonly label: string; readonly url: string }[];
  readonly note: string;
  readonly qr: string;
}

interface Situation {
  readonly catalogue: Catalogue;
  readonly origins: Origins;
  /** Where plain HTTP is served. */
  readonly port: number;
  readonly now: number;
}

/** [CT1] The links of a start: to make the first administrator or bring one back, and where each kind of screen begins. */
export async function startLinks(
  { adminLink: wanted }: Pick<Config, 'adminLink'>,
  { catalogue, origins, port, now }: Situation,
): Promise<StartLinks> {
  const { staff, tablets } = origins;
  const setup = await firstStartToken(catalogue, now);
  const back = wanted ? await adminLink(catalogue, now) : null;
  const links = [
    ...(setup === null
      ? []
      : [{ label: 'Administrator 管理员 (once, within an hour)', url: `${staff}/setup#${setup}` }]),
    ...(back === null
      ? []
      : [
          {
            label: `Administrator 管理员 ${back.name} (once, within 10 minutes)`,
            url: `${staff}/sign-in#${back.token}`,
          },
        ]),
    { label: 'Lead teacher 主讲教师', url: `${staff}/teach` },
    { label: 'Classroom board 教室大屏', url: `${staff}/board` },
    { label: 'Pupil tablet 学生平板', url: `${tablets}/s` },
  ];
  const { local } = localOrigins(port);
  const note = staff.startsWith('https:') ? `On this very machine ${local} works in place of ${staff}.` : '';
  return { links, note, qr: `${tablets}/s` };
}

/** [DM2] The links of a start with the sample school; null where other schools are here. */
export async function demoStartLinks(
  { hostNamed }: Pick<Config, 'hostNamed'>,
  { catalogue, origins, port, now }: Situation,
  registry: LessonRegistry,
): Promise<StartLinks | null> {
  const { staff, tablets } = origins;
  const secure = staff.startsWith('https:');
  const elsewhere = hostNamed && secure;
  const { local, otherLocal } = elsewhere ? { local: staff, otherLocal: staff } : localOrigins(port);
  const demo = await openDemo(catalogue, registry, { local, otherLocal, tablets }, now);
  if (!demo) return null;
  const note = elsewhere
    ? 'Open each staff link and each board in a browser or private window of its own: at one address they share its memory.'
    : secure
      ? `On another computer write ${staff} in place of ${local} and ${otherLocal}.`
      : '';
  return { ...demo, note };
}

/** Both names of this very machine count as secure pages to a browser, and keep cookies and storage apart. */
function localOrigins(port: number) {
  return { local: `http://localhost:${port}`, otherLocal: `http://127.0.0.1:${port}` };
}
