import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { assistant as assistantWords } from '../../classroom-client/src/i18n/words/assistant.ts';
import { board as boardWords } from '../../classroom-client/src/i18n/words/board.ts';
import { common as commonWords } from '../../classroom-client/src/i18n/words/common.ts';
import { pupil as pupilWords } from '../../classroom-client/src/i18n/words/pupil.ts';
import { result as resultWords } from '../../classroom-client/src/i18n/words/result.ts';
import { teach as teachWords } from '../../classroom-client/src/i18n/words/teach.ts';
import { openBrowser, openScreen } from '../e2e/support/browser.ts';
import { button } from '../e2e/support/button.ts';
import { pressAfter } from '../e2e/support/press-after.ts';
import { School } from '../e2e/support/school.ts';
import { startBoard } from '../e2e/support/start-board.ts';
import { isOneColour } from './one-colour.ts';

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
/** A board of the largest kind. */
const LARGE = { width: 3840, height: 2160 };
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
    await this.#taken();
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
    await admin.getByRole('heading').first().waitFor();
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
    await startBoard(board, this.#options.language);
    await startBoard(other, this.#options.language);
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
    await this.#looks(board);
    await this.#troubles(other);

    await button(board, say(boardWords.join)).click();
    await this.#shot(board, 'board-join');
    await board.keyboard.press('Escape');
    await this.#phone(board);

    await button(teach, say(teachWords.question)).click();
    await this.#shot(teach, 'teach-ask');
    await teach.getByText('2/5 + 1/5').first().click();
    await this.#shot(teach, 'teach-preview');
    await button(teach, say(teachWords.startAnswering)).click();
    await choice(tablet, 'C').waitFor();
    await this.#shot(tablet, 'tablet-question');
    await this.#sized(tablet, PHONE, 'tablet-question-phone');
    await choice(tablet, 'C').click();
    await choice(second, 'A').click();
    await this.#settled(teach);
    await this.#shot(teach, 'teach-question');
    await this.#shot(board, 'board-question');
    await this.#sized(board, LARGE, 'board-question-large');
    await this.#drawer(board);
    await board.getByRole('heading', { name: say(assistantWords.counts) }).scrollIntoViewIfNeeded();
    await this.#shot(board, 'board-counts');
    await this.#close(board);
    await button(teach, say(teachWords.closeQuestion)).click();
    await teach.getByRole('heading', { name: say(teachWords.results) }).waitFor();
    await this.#shot(teach, 'teach-results');
    await button(teach, say(teachWords.reveal)).click();
    await tablet.getByText(say(resultWords.right)).waitFor();
    await this.#shot(tablet, 'tablet-right');
    await this.#shot(board, 'board-reveal');
    await button(teach, say(teachWords.dismiss)).click();

    await button(teach, say(teachWords.buzzer)).click();
    await this.#shot(teach, 'teach-buzzer-sheet');
    await button(teach, say(teachWords.buzzerGo)).click();
    const disc = third.getByRole('button', { name: say(pupilWords.press) });
    await disc.waitFor();
    await this.#shot(third, 'tablet-buzzer');
    await pressAfter(third, 250, say(pupilWords.press));
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
    await button(teach, say(teachWords.endLesson)).last().click();
    await teach.getByText(say(teachWords.ended)).first().waitFor();
    await board.getByText(say(boardWords.ended)).waitFor();
    await tablet.getByText(say(pupilWords.lessonEnded)).waitFor();
    await this.#shot(teach, 'teach-ended');
    await this.#shot(board, 'board-ended');
    await this.#shot(tablet, 'tablet-ended');
  }

  /** The assistant's drawer, and the same on a phone that scanned it. */
  async #phone(board: Page): Promise<void> {
    await this.#drawer(board);
    await this.#shot(board, 'board-assistant');
    const made = board.waitForResponse(/\/api\/phones\/link/);
    await button(board, this.#say(boardWords.showPhoneQr)).click();
    const { url } = (await (await made).json()) as { url: string };
    const phone = await this.#page('teacher', PHONE, url);
    await this.#settled(phone);
    await this.#shot(phone, 'assist');
    await phone.context().close();
    await this.#close(board);
  }

  async #drawer(board: Page): Promise<void> {
    await button(board, this.#say(boardWords.assistant)).hover();
    await board.mouse.down();
    await board.getByRole('heading', { name: this.#say(boardWords.assistantTitle) }).waitFor();
    await board.mouse.up();
  }

  async #close(board: Page): Promise<void> {
    await button(board, this.#say(commonWords.close)).last().click();
  }

  /** A second tablet that wants a name which is in use. */
  async #taken(): Promise<void> {
    const tablet = await this.#page('classroom', TABLET, this.#link('/s/'));
    await button(tablet, NAMES[0] as string).click();
    await button(tablet, this.#say(pupilWords.requestChange)).waitFor();
    await this.#shot(tablet, 'tablet-taken');
    await tablet.context().close();
  }

  /** The same board in the other look and the other language. */
  async #looks(board: Page): Promise<void> {
    const look = (dark: boolean) =>
      board.evaluate((name) => (document.documentElement.dataset.look = name), dark ? 'dark' : 'light');
    const dark = this.#options.look === 'dark';
    await look(!dark);
    await this.#shot(board, 'board-live-other-look');
    await look(dark);
    const [other, own] = this.#options.language === 'zh' ? ['English', '中文'] : ['中文', 'English'];
    await button(board, other as string).click();
    await this.#shot(board, 'board-live-other-language');
    await button(board, own as string).click();
  }

  /** A camera that is refused, and a link that is lost. */
  async #troubles(board: Page): Promise<void> {
    await board.evaluate(() => {
      const { mediaDevices } = navigator;
      const open = mediaDevices.getUserMedia.bind(mediaDevices);
      mediaDevices.getUserMedia = () => {
        mediaDevices.getUserMedia = open;
        return Promise.reject(new DOMException('', 'NotAllowedError'));
      };
    });
    await button(board, this.#say(boardWords.cover)).click();
    await button(board, this.#say(boardWords.uncover)).click();
    await board.getByText(this.#say(boardWords.cameraRefused)).waitFor();
    await this.#shot(board, 'board-camera-refused');
    await button(board, this.#say(commonWords.retry)).click();
    await board.context().setOffline(true);
    await board.getByText(this.#say(commonWords.linkLostStay)).waitFor();
    await this.#shot(board, 'board-link-lost');
    await board.context().setOffline(false);
    await board.getByText(this.#say(commonWords.linkLostStay)).waitFor({ state: 'detached' });
  }

  async #sized(page: Page, size: LessonOptions['size'], name: string): Promise<void> {
    const before = page.viewportSize();
    await page.setViewportSize(size);
    await this.#shot(page, name);
    if (before) await page.setViewportSize(before);
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
    // What only waits has neither heading nor button.
    await page.locator('h1, h2, button').first().waitFor();
    await page.evaluate(() => document.fonts.ready);
    await this.#settled(page);
    const path = join(this.#options.to, `${name}.png`);
    await page.screenshot({ path });
    if (isOneColour(path)) throw new Error(`There is nothing on the picture ${name}.`);
    console.log(name);
  }
}

interface Word {
  readonly zh: string;
  readonly en: string;
}

/** An answer's tile, which begins with its letter. */
function choice(page: Page, letter: string): Locator {
  return page.getByRole('button', { name: new RegExp(`^${letter}\\b`) });
}
