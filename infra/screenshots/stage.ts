import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { board as boardWords } from '../../classroom-client/src/i18n/words/board.ts';
import { common as commonWords } from '../../classroom-client/src/i18n/words/common.ts';
import { openBrowser, openScreen } from '../e2e/support/browser.ts';
import { button } from '../e2e/support/button.ts';
import { School } from '../e2e/support/school.ts';
import { isOneColour } from './one-colour.ts';

export interface StageOptions {
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

export interface Word {
  readonly zh: string;
  readonly en: string;
}

/** The sample school with its screens, and a camera for what they show. */
export class Stage {
  readonly options: StageOptions;
  readonly school: School;
  readonly #browsers: readonly Browser[];

  private constructor(options: StageOptions, school: School, browsers: readonly Browser[]) {
    this.options = options;
    this.school = school;
    this.#browsers = browsers;
  }

  static async open(options: StageOptions): Promise<Stage> {
    const school = await School.open({ demo: true });
    const browsers = [await openBrowser({ video: options.teacher }), await openBrowser({ video: options.classroom })];
    return new Stage(options, school, browsers);
  }

  async close(): Promise<void> {
    await Promise.all(this.#browsers.map((browser) => browser.close()));
    await this.school.close();
  }

  /** Opens the assistant's drawer of a board. */
  async drawer(board: Page): Promise<void> {
    await button(board, this.say(boardWords.assistant)).hover();
    await board.mouse.down();
    await board.getByRole('heading', { name: this.say(boardWords.assistantTitle) }).waitFor();
    await board.mouse.up();
  }

  /** Closes the sheet that lies uppermost on a board. */
  async closeSheet(board: Page): Promise<void> {
    await button(board, this.say(commonWords.close)).last().click();
  }

  /** A picture in another size of the window. */
  async sized(page: Page, size: StageOptions['size'], name: string): Promise<void> {
    const before = page.viewportSize();
    await page.setViewportSize(size);
    await this.shot(page, name);
    if (before) await page.setViewportSize(before);
  }

  /** The word in the language of the pictures. */
  say(word: Word): string {
    return word[this.options.language];
  }

  /** A printed link by the beginning of its path. */
  link(path: string, index = 0): string {
    const found = this.school.links.filter(({ url }) => new URL(url).pathname.startsWith(path))[index];
    if (!found) throw new Error(`The server printed no link to ${path}.`);
    return found.url;
  }

  /** A screen with storage of its own. */
  async page(who: 'teacher' | 'classroom', size: StageOptions['size'], url: string): Promise<Page> {
    const { look, language } = this.options;
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
  async picture(page: Page): Promise<void> {
    await page.waitForFunction(() =>
      [...document.querySelectorAll('video')].some((video) => video.videoWidth > 0 && !video.paused),
    );
  }

  /** Waits until nothing on the page has changed for a moment. */
  async settled(page: Page): Promise<void> {
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

  /** Takes the picture `NAME.png` once nothing moves. Throws where there is nothing on it. */
  async shot(page: Page, name: string): Promise<void> {
    // What only waits has neither heading nor button.
    await page.locator('h1, h2, button, [data-page]').first().waitFor();
    await page.evaluate(() => document.fonts.ready);
    await this.settled(page);
    const path = join(this.options.to, `${name}.png`);
    await page.screenshot({ path });
    if (isOneColour(path)) throw new Error(`There is nothing on the picture ${name}.`);
    console.log(name);
  }
}
