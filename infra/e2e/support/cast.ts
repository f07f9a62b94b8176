import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Capture, openBrowser, openScreen } from './browser.ts';
import { mediaFiles } from './media-files.ts';
import { School } from './school.ts';
import { startBoard } from './start-board.ts';

const LAPTOP = { width: 1366, height: 768 };
const TABLET = { width: 820, height: 1180 };

/** The sample lesson's people at their screens: where they have cameras the teacher shows a timecode and speaks, and both classrooms have a child's voice. */
export class Cast {
  readonly school: School;
  readonly #laptop: Browser;
  readonly #rooms: Browser;

  /**
   * Cameras show the given file (those of the rooms another one where it is given), and microphones speak; without one there are none, for
   * pictures and voices are most of a machine's work.
   */
  static async open(env: NodeJS.ProcessEnv = {}, video: string | null = null, ofRooms = video): Promise<Cast> {
    const school = await School.open({ demo: true, env });
    const speaks = (voice: 'teacherVoice' | 'childVoice', shows: string | null): Capture =>
      shows === null ? { devices: false } : { video: shows, voice: mediaFiles()[voice] };
    const [laptop, rooms] = await Promise.all([
      openBrowser(speaks('teacherVoice', video)),
      openBrowser(speaks('childVoice', ofRooms)),
    ]);
    return new Cast(school, laptop, rooms);
  }

  private constructor(school: School, laptop: Browser, rooms: Browser) {
    this.school = school;
    this.#laptop = laptop;
    this.#rooms = rooms;
  }

  async close(): Promise<void> {
    await Promise.all([this.#laptop.close(), this.#rooms.close()]);
    await this.school.close();
  }

  /** The lead teacher, signed in by the printed link, in the lobby of the lesson. */
  async teacher(): Promise<Page> {
    const { page } = await openScreen(this.#laptop, LAPTOP);
    await page.goto(this.link('/sign-in', 0));
    await page.getByRole('button', { name: '进入' }).click();
    await page.getByRole('button', { name: '开始上课' }).waitFor();
    return page;
  }

  /** The administrator of the teacher's school, signed in by the printed link, at the list of own lessons. */
  async colleague(): Promise<Page> {
    const { page } = await openScreen(this.#laptop, LAPTOP);
    await page.goto(this.link('/sign-in', 1));
    await page.waitForURL(/\/admin/);
    await page.goto(new URL('/teach', page.url()).href);
    return page;
  }

  /** A classroom's board, paired by the printed link (through `origin` where given), and ready for the lesson. */
  async board(room: 0 | 1, origin?: string): Promise<Page> {
    const { page } = await openScreen(this.#rooms, LAPTOP);
    const link = new URL(this.link('/board', room));
    await page.goto(origin ? `${origin}${link.pathname}${link.hash}` : link.href);
    await startBoard(page);
    return page;
  }

  /** A tablet that came by the QR of a classroom (through `origin` where given) and sits on a name's seat. */
  async tablet(room: 0 | 1, name: string, origin?: string): Promise<Page> {
    const page = await this.guest(room, origin);
    await page.getByRole('button', { name }).click();
    await page.getByRole('button', { name: '换人' }).waitFor();
    return page;
  }

  /** A tablet that shows the names of a classroom. */
  async guest(room: 0 | 1, origin?: string): Promise<Page> {
    const { page } = await openScreen(this.#rooms, TABLET);
    const link = new URL(this.link('/s/', room));
    await page.goto(origin ? `${origin}${link.pathname}` : link.href);
    await page.getByText('你是谁？').waitFor();
    return page;
  }

  /** The boards' and tablets' browser: a context with storage of its own. */
  async device(): Promise<BrowserContext> {
    const { context, page } = await openScreen(this.#rooms, TABLET);
    await page.close();
    return context;
  }

  /** A printed link by the beginning of its path. */
  link(path: string, index = 0): string {
    const found = this.school.links.filter(({ url }) => new URL(url).pathname.startsWith(path))[index];
    if (!found) throw new Error(`The server printed no link ${path}.`);
    return found.url;
  }
}
