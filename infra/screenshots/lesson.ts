import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { board as boardWords } from '../../classroom-client/src/i18n/words/board.ts';
import { common as commonWords } from '../../classroom-client/src/i18n/words/common.ts';
import { pupil as pupilWords } from '../../classroom-client/src/i18n/words/pupil.ts';
import { teach as teachWords } from '../../classroom-client/src/i18n/words/teach.ts';
import { openBrowser, openScreen } from '../e2e/support/browser.ts';
import { School } from '../e2e/support/school.ts';

export interface LessonOptions {
  /** What the cameras see, as files. */
  readonly teacher: string;
  readonly classroom: string;
  /** Of the teacher's screen and the boards, in px. */
  readonly size: { readonly width: number; readonly height: number };
  readonly look: 'light' | 'dark';
  readonly language: 'zh' | 'en';
  /** The folder that the pictures go to. */
  readonly to: string;
}

const TABLET = { width: 820, height: 1180 };
const PHONE = { width: 390, height: 844 };
const NAMES = ['王小明', '李思雨', '张子涵'];

/** A sample lesson, held from the first link to the last word, with a picture of each screen on the way. */
export class Lesson {
  readonly #options: LessonOptions;
  readonly #school: School;
  readonly #browsers: Browser[];

  private constructor(options: LessonOptions, school: School, browsers: Browser[]) {
    this.#options = options;
    this.#school = school;
    this.#browsers = browsers;
  }

  static async open(options: LessonOptions): Promise<Lesson> {
    const school = await School.open({ demo: true });
    const browsers = [await openBrowser({ video: options.teacher }), await openBrowser({ video: options.classroom })];
    return new Lesson(options, school, browsers);
  }

  async takeAll(): Promise<void> {
    const { size } = this.#options;
    const home = await this.#page('teacher', size, `${this.#school.origin}/`);
    await this.#shot(home, 'home');
    const unpaired = await this.#page('classroom', size, `${this.#school.origin}/board`);
    await unpaired
      .getByText(/^\d{3}\s?\d{3}$/)
      .first()
      .waitFor();
    await this.#shot(unpaired, 'board-pin');
    await unpaired.close();
    await this.#staff();
    const teach = await this.#page('teacher', size, this.#link('/sign-in'));
    await teach.waitForURL(/\/teach/);
    await teach
      .getByRole('button', { name: this.#say(teachWords.enter) })
      .first()
      .waitFor();
    await this.#shot(teach, 'teach-lessons');
    const boards = [
      await this.#page('classroom', size, this.#link('/board', 0)),
      await this.#page('classroom', size, this.#link('/board', 1)),
    ] as const;
    const tablets = await Promise.all(NAMES.map(() => this.#page('classroom', TABLET, this.#link('/s/'))));
    await this.#shot(tablets[0] as Page, 'tablet-names');
    for (const [index, name] of NAMES.entries()) await button(tablets[index] as Page, name).click();
    await this.#before(teach, boards);
    await this.#during(teach, boards, tablets);
  }

  async close(): Promise<void> {
    await Promise.all(this.#browsers.map((browser) => browser.close()));
    await this.#school.close();
  }

  /** What who looks after a school sees, and a phone beside a board. */
  async #staff(): Promise<void> {
    const { size } = this.#options;
    const admin = await this.#page('teacher', size, this.#link('/sign-in', 1));
    await admin.waitForURL(/\/admin/);
    await this.#shot(admin, 'admin');
    const pair = await admin.context().newPage();
    await pair.setViewportSize(PHONE);
    await pair.goto(`${this.#school.origin}/pair`);
    await this.#shot(pair, 'pair');
    await admin.context().close();
  }

  async #before(teach: Page, [board, other]: readonly [Page, Page]): Promise<void> {
    const start = this.#say(boardWords.start);
    await button(board, start).waitFor();
    await this.#shot(board, 'board-start');
    await button(board, start).click();
    await button(other, start).click();
    await button(teach, this.#say(teachWords.enter)).first().click();
    await this.#picture(teach);
    await board.getByText(this.#say(boardWords.readyWaiting)).waitFor();
    await this.#shot(teach, 'teach-lobby');
    await this.#shot(board, 'board-lobby');
  }

  async #during(teach: Page, [board, other]: readonly [Page, Page], tablets: readonly Page[]): Promise<void> {
    const say = (word: Word) => this.#say(word);
    const [tablet, second, third] = tablets as [Page, Page, Page];
    await button(teach, say(teachWords.startLesson)).click();
    await Promise.all([this.#picture(board), this.#picture(other), this.#picture(teach)]);
    await button(second, say(pupilWords.raiseHand)).click();
    await this.#shot(tablet, 'tablet-listen');
    await this.#shot(teach, 'teach-live');
    await this.#shot(board, 'board-live');

    await button(board, say(boardWords.join)).click();
    await this.#shot(board, 'board-join');
    await board.keyboard.press('Escape');
    await this.#phone(board);

    await button(teach, say(teachWords.question)).click();
    await this.#shot(teach, 'teach-ask');
    await teach.getByText('2/5 + 1/5').first().click();
    await choice(tablet, 'C').waitFor();
    await this.#shot(tablet, 'tablet-question');
    await choice(tablet, 'C').click();
    await choice(second, 'A').click();
    await this.#settled(teach);
    await this.#shot(teach, 'teach-question');
    await this.#shot(board, 'board-question');
    await button(teach, say(teachWords.closeQuestion)).click();
    await button(teach, say(teachWords.reveal)).click();
    await tablet.getByText(say(pupilWords.right)).waitFor();
    await this.#shot(tablet, 'tablet-right');
    await this.#shot(board, 'board-reveal');
    await button(teach, say(teachWords.dismiss)).click();

    await button(teach, say(teachWords.buzzer)).click();
    const disc = third.getByRole('button', { name: say(pupilWords.press) });
    await disc.waitFor();
    await this.#shot(third, 'tablet-buzzer');
    await disc.click();
    await third.getByText(say(pupilWords.youWon)).waitFor();
    await this.#shot(board, 'board-buzzer');
    await this.#shot(teach, 'teach-buzzer');
    await button(teach, say(teachWords.letSpeak)).click();
    await this.#picture(other);
    await this.#settled(other);
    await this.#shot(board, 'board-turn');
    await this.#shot(other, 'board-other-turn');
    await this.#shot(third, 'tablet-turn');
    await button(teach, say(teachWords.endTurn)).click();
    await button(teach, say(teachWords.endLesson)).click();
    await this.#shot(teach, 'teach-end');
  }

  /** The assistant's drawer, and the same on a phone that scanned it. */
  async #phone(board: Page): Promise<void> {
    const assistant = button(board, this.#say(boardWords.assistant));
    await assistant.hover();
    await board.mouse.down();
    await board.getByRole('heading', { name: this.#say(boardWords.assistantTitle) }).waitFor();
    await board.mouse.up();
    await this.#shot(board, 'board-assistant');
    const made = board.waitForResponse(/\/api\/phones\/link/);
    await button(board, this.#say(boardWords.showPhoneQr)).click();
    const { url } = (await (await made).json()) as { url: string };
    const phone = await this.#page('teacher', PHONE, url);
    await this.#settled(phone);
    await this.#shot(phone, 'assist');
    await phone.context().close();
    await button(board, this.#say(commonWords.close)).last().click();
  }

  #say(word: Word): string {
    return word[this.#options.language];
  }

  #link(path: string, index = 0): string {
    const found = this.#school.links.filter(({ url }) => new URL(url).pathname.startsWith(path))[index];
    if (!found) throw new Error(`The server printed no link to ${path}.`);
    return found.url;
  }

  async #page(who: 'teacher' | 'classroom', size: LessonOptions['size'], url: string): Promise<Page> {
    const { look, language } = this.#options;
    const browser = this.#browsers[who === 'teacher' ? 0 : 1];
    if (!browser) throw new Error('There is no browser.');
    const { context, page } = await openScreen(browser, size);
    await context.addInitScript(
      ([wantedLook, wantedLanguage]) => {
        localStorage.setItem('tongke.look', wantedLook as string);
        localStorage.setItem('tongke.language', wantedLanguage as string);
      },
      [look, language],
    );
    await page.goto(url);
    return page;
  }

  /** Waits until the page shows a video that plays. */
  async #picture(page: Page): Promise<void> {
    await page.waitForFunction(() =>
      [...document.querySelectorAll('video')].some((video) => video.videoWidth > 0 && !video.paused),
    );
  }

  /** Waits until nothing on the page has changed for a moment. */
  async #settled(page: Page): Promise<void> {
    await page.waitForFunction(
      () =>
        new Promise<boolean>((resolve) => {
          const done = () => {
            watch.disconnect();
            resolve(true);
          };
          let timer = setTimeout(done, 700);
          const watch = new MutationObserver(() => {
            clearTimeout(timer);
            timer = setTimeout(done, 700);
          });
          watch.observe(document.body, { childList: true, subtree: true });
        }),
    );
  }

  async #shot(page: Page, name: string): Promise<void> {
    await page.evaluate(() => document.fonts.ready);
    await this.#settled(page);
    await page.screenshot({ path: join(this.#options.to, `${name}.png`) });
    console.log(name);
  }
}

interface Word {
  readonly zh: string;
  readonly en: string;
}

function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name });
}

/** An answer's tile, which begins with its letter. */
function choice(page: Page, letter: string): Locator {
  return page.getByRole('button', { name: new RegExp(`^${letter}\\b`) });
}
