import type { Locator, Page } from 'playwright-core';
import { assistant as assistantWords } from '../../classroom-client/src/i18n/words/assistant.ts';
import { board as boardWords } from '../../classroom-client/src/i18n/words/board.ts';
import { common as commonWords } from '../../classroom-client/src/i18n/words/common.ts';
import { pupil as pupilWords } from '../../classroom-client/src/i18n/words/pupil.ts';
import { result as resultWords } from '../../classroom-client/src/i18n/words/result.ts';
import { teach as teachWords } from '../../classroom-client/src/i18n/words/teach.ts';
import { button } from '../e2e/support/button.ts';
import { pressAfter } from '../e2e/support/press-after.ts';
import { startBoard } from '../e2e/support/start-board.ts';
import type { Stage, Word } from './stage.ts';

const TABLET = { width: 820, height: 1180 };
const PHONE = { width: 390, height: 844 };
/** A board of the largest kind. */
const LARGE = { width: 3840, height: 2160 };
const NAMES = ['王小明', '李思雨', '张子涵'];

/** A sample lesson, held from the first link to the last word, with a picture of each screen on the way. */
export class Lesson {
  readonly #stage: Stage;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  async takeAll(): Promise<void> {
    const { size } = this.#stage.options;
    const home = await this.#stage.page('teacher', size, `${this.#stage.school.origin}/`);
    await this.#stage.shot(home, 'home');
    const unpaired = await this.#stage.page('classroom', size, `${this.#stage.school.origin}/board`);
    await unpaired
      .getByText(/^\d{3}\s?\d{3}$/)
      .first()
      .waitFor();
    await this.#stage.shot(unpaired, 'board-pin');
    await unpaired.close();
    await this.#staff();
    const teach = await this.#stage.page('teacher', size, this.#stage.link('/sign-in'));
    await teach.waitForURL(/\/teach/);
    await teach
      .getByRole('button', { name: this.#stage.say(teachWords.enter) })
      .first()
      .waitFor();
    await this.#stage.shot(teach, 'teach-lessons');
    const boards = [
      await this.#stage.page('classroom', size, this.#stage.link('/board', 0)),
      await this.#stage.page('classroom', size, this.#stage.link('/board', 1)),
    ] as const;
    const tablets = await Promise.all(NAMES.map(() => this.#stage.page('classroom', TABLET, this.#stage.link('/s/'))));
    await this.#stage.shot(tablets[0] as Page, 'tablet-names');
    for (const [index, name] of NAMES.entries()) await button(tablets[index] as Page, name).click();
    await this.#taken();
    await this.#before(teach, boards);
    await this.#during(teach, boards, tablets);
  }

  /** What who looks after a school sees, and a phone beside a board. */
  async #staff(): Promise<void> {
    const { size } = this.#stage.options;
    const admin = await this.#stage.page('teacher', size, this.#stage.link('/sign-in', 1));
    await admin.waitForURL(/\/admin/);
    await admin.getByRole('heading').first().waitFor();
    await this.#stage.shot(admin, 'admin');
    const pair = await admin.context().newPage();
    await pair.setViewportSize(PHONE);
    // Where the session is: the printed links name another address of the same machine.
    await pair.goto(new URL('/pair', admin.url()).href);
    await this.#stage.shot(pair, 'pair');
    await admin.context().close();
  }

  async #before(teach: Page, [board, other]: readonly [Page, Page]): Promise<void> {
    const start = this.#stage.say(boardWords.start);
    await button(board, start).waitFor();
    await this.#stage.shot(board, 'board-start');
    await startBoard(board, this.#stage.options.language);
    await startBoard(other, this.#stage.options.language);
    await button(teach, this.#stage.say(teachWords.enter)).first().click();
    await this.#stage.picture(teach);
    await board.getByText(this.#stage.say(boardWords.readyWaiting)).waitFor();
    await this.#stage.shot(teach, 'teach-lobby');
    await this.#stage.shot(board, 'board-lobby');
  }

  async #during(teach: Page, [board, other]: readonly [Page, Page], tablets: readonly Page[]): Promise<void> {
    const say = (word: Word) => this.#stage.say(word);
    const [tablet, second, third] = tablets as [Page, Page, Page];
    await button(teach, say(teachWords.startLesson)).click();
    await Promise.all([this.#stage.picture(board), this.#stage.picture(other), this.#stage.picture(teach)]);
    await button(second, say(pupilWords.raiseHand)).click();
    await this.#stage.shot(tablet, 'tablet-listen');
    await this.#stage.shot(teach, 'teach-live');
    await this.#stage.shot(board, 'board-live');
    await this.#looks(board);
    await this.#troubles(other);

    await button(board, say(boardWords.join)).click();
    await this.#stage.shot(board, 'board-join');
    await board.keyboard.press('Escape');
    await this.#phone(board);

    await button(teach, say(teachWords.question)).click();
    await this.#stage.shot(teach, 'teach-ask');
    await teach.getByText('2/5 + 1/5').first().click();
    await this.#stage.shot(teach, 'teach-preview');
    // So many pictures take a slow machine longer than a minute.
    await teach.getByRole('radio', { name: say(teachWords.seconds).replace('{{seconds}}', '120') }).click();
    await button(teach, say(teachWords.startAnswering)).click();
    await choice(tablet, 'C').waitFor();
    await this.#stage.shot(tablet, 'tablet-question');
    await this.#stage.sized(tablet, PHONE, 'tablet-question-phone');
    await choice(tablet, 'C').click();
    await choice(second, 'A').click();
    await this.#stage.settled(teach);
    await this.#stage.shot(teach, 'teach-question');
    await this.#stage.shot(board, 'board-question');
    await this.#stage.sized(board, LARGE, 'board-question-large');
    await this.#stage.drawer(board);
    await board.getByRole('heading', { name: say(assistantWords.counts) }).scrollIntoViewIfNeeded();
    await this.#stage.shot(board, 'board-counts');
    await this.#stage.closeSheet(board);
    await button(teach, say(teachWords.closeQuestion)).click();
    await teach.getByRole('heading', { name: say(teachWords.results) }).waitFor();
    await this.#stage.shot(teach, 'teach-results');
    await button(teach, say(teachWords.reveal)).click();
    await tablet.getByText(say(resultWords.right)).waitFor();
    await this.#stage.shot(tablet, 'tablet-right');
    await this.#stage.shot(board, 'board-reveal');
    await button(teach, say(teachWords.dismiss)).click();

    await button(teach, say(teachWords.buzzer)).click();
    await this.#stage.shot(teach, 'teach-buzzer-sheet');
    await button(teach, say(teachWords.buzzerGo)).click();
    const disc = third.getByRole('button', { name: say(pupilWords.press) });
    await disc.waitFor();
    await this.#stage.shot(third, 'tablet-buzzer');
    await pressAfter(third, 250, say(pupilWords.press));
    await third.getByText(say(pupilWords.youWon)).waitFor();
    await this.#stage.shot(board, 'board-buzzer');
    await this.#stage.shot(teach, 'teach-buzzer');
    await button(teach, say(teachWords.letSpeak)).click();
    await this.#stage.picture(other);
    await this.#stage.settled(other);
    await this.#stage.shot(board, 'board-turn');
    await this.#stage.shot(other, 'board-other-turn');
    await this.#stage.shot(third, 'tablet-turn');
    await button(teach, say(teachWords.endTurn)).click();
    await button(teach, say(teachWords.endLesson)).click();
    await this.#stage.shot(teach, 'teach-end');
    await button(teach, say(teachWords.endLesson)).last().click();
    await teach.getByText(say(teachWords.ended)).first().waitFor();
    await board.getByText(say(boardWords.ended)).waitFor();
    await tablet.getByText(say(pupilWords.lessonEnded)).waitFor();
    await this.#stage.shot(teach, 'teach-ended');
    await this.#stage.shot(board, 'board-ended');
    await this.#stage.shot(tablet, 'tablet-ended');
  }

  /** The assistant's drawer, and the same on a phone that scanned it. */
  async #phone(board: Page): Promise<void> {
    await this.#stage.drawer(board);
    await this.#stage.shot(board, 'board-assistant');
    const made = board.waitForResponse(/\/api\/phones\/link/);
    await button(board, this.#stage.say(boardWords.showPhoneQr)).click();
    const { url } = (await (await made).json()) as { url: string };
    const phone = await this.#stage.page('teacher', PHONE, url);
    await this.#stage.settled(phone);
    await this.#stage.shot(phone, 'assist');
    await phone.context().close();
    await this.#stage.closeSheet(board);
  }

  /** A second tablet that wants a name which is in use. */
  async #taken(): Promise<void> {
    const tablet = await this.#stage.page('classroom', TABLET, this.#stage.link('/s/'));
    await button(tablet, NAMES[0] as string).click();
    await button(tablet, this.#stage.say(pupilWords.requestChange)).waitFor();
    await this.#stage.shot(tablet, 'tablet-taken');
    await tablet.context().close();
  }

  /** The same board in the other look and the other language. */
  async #looks(board: Page): Promise<void> {
    const look = (dark: boolean) =>
      board.evaluate((name) => (document.documentElement.dataset.look = name), dark ? 'dark' : 'light');
    const dark = this.#stage.options.look === 'dark';
    await look(!dark);
    await this.#stage.shot(board, 'board-live-other-look');
    await look(dark);
    const [other, own] = this.#stage.options.language === 'zh' ? ['English', '中文'] : ['中文', 'English'];
    await button(board, other as string).click();
    await this.#stage.shot(board, 'board-live-other-language');
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
    await button(board, this.#stage.say(boardWords.cover)).click();
    await button(board, this.#stage.say(boardWords.uncover)).click();
    await board.getByText(this.#stage.say(boardWords.cameraRefused)).waitFor();
    await this.#stage.shot(board, 'board-camera-refused');
    await button(board, this.#stage.say(commonWords.retry)).click();
    await board.context().setOffline(true);
    await board.getByText(this.#stage.say(commonWords.linkLostStay)).waitFor();
    await this.#stage.shot(board, 'board-link-lost');
    await board.context().setOffline(false);
    await board.getByText(this.#stage.say(commonWords.linkLostStay)).waitFor({ state: 'detached' });
  }
}

/** An answer's tile, which begins with its letter. */
function choice(page: Page, letter: string): Locator {
  return page.getByRole('button', { name: new RegExp(`^${letter}\\b`) });
}
