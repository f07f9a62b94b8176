import type { Page } from 'playwright-core';
import { board as boardWords } from '../../classroom-client/src/i18n/words/board.ts';
import { clock as clockWords } from '../../classroom-client/src/i18n/words/clock.ts';
import { ink as inkWords } from '../../classroom-client/src/i18n/words/ink.ts';
import { leading as leadingWords } from '../../classroom-client/src/i18n/words/leading.ts';
import { link as linkWords } from '../../classroom-client/src/i18n/words/link.ts';
import { pupil as pupilWords } from '../../classroom-client/src/i18n/words/pupil.ts';
import { screen as screenWords } from '../../classroom-client/src/i18n/words/screen.ts';
import { second as secondWords } from '../../classroom-client/src/i18n/words/second.ts';
import { selfTest as selfTestWords } from '../../classroom-client/src/i18n/words/self-test.ts';
import { slides as slidesWords } from '../../classroom-client/src/i18n/words/slides.ts';
import { teach as teachWords } from '../../classroom-client/src/i18n/words/teach.ts';
import { installAcousticRoom } from '../e2e/support/acoustic-room.ts';
import { button } from '../e2e/support/button.ts';
import { drawOver } from '../e2e/support/draw-over.ts';
import { startBoard } from '../e2e/support/start-board.ts';
import type { Stage, Word } from './stage.ts';

const TABLET = { width: 820, height: 1180 };
const PUPIL = '王小明';
/** The administrator of the lead teacher's school, and its second teacher here. */
const COLLEAGUE = '周主任';
/** Across the middle of a page. */
const WAVE = [
  [0.25, 0.4],
  [0.35, 0.5],
  [0.45, 0.4],
  [0.55, 0.3],
  [0.65, 0.4],
  [0.75, 0.5],
] as const;

/** The people at their screens once the lesson runs. */
interface Screens {
  readonly teach: Page;
  readonly board: Page;
  readonly other: Page;
  readonly second: Page;
  readonly tablet: Page;
}

/** A third lesson: devices are tested, a second teacher follows and leads, and the own class and a projector look on. */
export class SharedLesson {
  readonly #stage: Stage;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  async takeAll(): Promise<void> {
    const { size, language } = this.#stage.options;
    const teach = await this.#stage.page('teacher', size, this.#stage.link('/sign-in'));
    await button(teach, this.#say(teachWords.enter)).first().click();
    const board = await this.#stage.page('classroom', size, this.#stage.link('/board', 0));
    const other = await this.#stage.page('classroom', size, this.#stage.link('/board', 1));
    for (const page of [board, other]) await startBoard(page, language);
    const tablet = await this.#stage.page('classroom', TABLET, this.#stage.link('/s/'));
    await button(tablet, PUPIL).click();
    await this.#tests(teach, board);
    const second = await this.#stage.page('teacher', size, this.#stage.link('/sign-in', 1));
    await second.waitForURL(/\/admin/);
    await this.#name(teach);
    await second.goto(new URL('/teach', second.url()).href);
    await button(second, this.#say(teachWords.enter)).click();
    await this.#stage.shot(second, 'second-lobby');
    const screens = { teach, board, other, second, tablet };
    await this.#sheets(screens);
    await this.#looksOn(screens);
    await this.#leads(screens);
  }

  #say(word: Word): string {
    return this.#stage.say(word);
  }

  /** The self-tests of a board and of the lead teacher. */
  async #tests(teach: Page, board: Page): Promise<void> {
    await board.evaluate(installAcousticRoom, { gain: 0.3, cancels: false });
    for (const [page, name] of [
      [board, 'board-self-test'],
      [teach, 'teach-self-test'],
    ] as const) {
      await button(page, this.#say(selfTestWords.open)).click();
      await button(page, this.#say(selfTestWords.again)).waitFor();
      await this.#stage.shot(page, name);
      await page.keyboard.press('Escape');
    }
  }

  /** The lead teacher names the second one. */
  async #name(teach: Page): Promise<void> {
    await button(teach, this.#say(secondWords.choose)).click();
    const chosen = teach.getByRole('switch', { name: COLLEAGUE });
    await chosen.click();
    await teach.locator('[role=switch][aria-checked=true]').waitFor();
    await teach.keyboard.press('Escape');
  }

  /** Sheets of the lead teacher's that the other lessons do not open. */
  async #sheets({ teach, board, tablet }: Screens): Promise<void> {
    await button(teach, this.#say(teachWords.startLesson)).click();
    await Promise.all([this.#stage.picture(board), this.#stage.picture(teach)]);
    await button(tablet, this.#say(pupilWords.raiseHand)).click();
    for (const [words, name] of [
      [screenWords.share, 'teach-share'],
      [clockWords.button, 'teach-clock'],
      [teachWords.scores, 'teach-scores'],
    ] as const) {
      await button(teach, this.#say(words)).click();
      await this.#stage.shot(teach, name);
      await teach.keyboard.press('Escape');
    }
    const strip = teach.getByRole('group', { name: this.#say(teachWords.nowLabel) });
    await strip.getByRole('button', { name: this.#say(teachWords.floor) }).click();
    await this.#stage.shot(teach, 'teach-floor');
    await teach.keyboard.press('Escape');
  }

  /** A page and a question, as the own class, a projector and the second teacher see them. */
  async #looksOn({ teach, board, other, second }: Screens): Promise<void> {
    await button(teach, this.#say(screenWords.share)).click();
    const opened = teach.waitForEvent('popup');
    await button(teach, this.#say(screenWords.secondOpen)).click();
    const wall = await opened;
    await wall.setViewportSize(this.#stage.options.size);
    await this.#stage.shot(wall, 'screen-waits');
    // Where the tap came too soon after the sheet did, it is still open.
    await teach.keyboard.press('Escape');
    await this.#stage.drawer(other);
    const projector = other.getByRole('switch', { name: this.#say(boardWords.projector) });
    await projector.click();
    await projector.scrollIntoViewIfNeeded();
    await this.#stage.shot(other, 'board-projector-switch');
    await this.#stage.closeSheet(other);

    await button(teach, this.#say(slidesWords.title)).click();
    await button(teach, this.#say(inkWords.newBlank)).click();
    const tools = teach.getByRole('group', { name: this.#say(inkWords.tools) });
    await tools.getByRole('button', { name: this.#say(inkWords.pen), exact: true }).click();
    await drawOver(teach.locator('[data-ink]'), WAVE);
    for (const page of [wall, board, other, second]) await page.locator('[data-page] path').first().waitFor();
    await button(other, this.#say(boardWords.assistant)).waitFor({ state: 'detached' });
    await this.#stage.shot(second, 'second-follows');
    await this.#stage.shot(wall, 'screen-page');
    await this.#stage.shot(other, 'board-projector');

    await button(teach, this.#say(teachWords.question)).click();
    await teach.getByText('2/5 + 1/5').first().click();
    await button(teach, this.#say(teachWords.startAnswering)).click();
    await this.#stage.shot(wall, 'screen-question');
    await this.#stage.shot(other, 'board-projector-question');
    await this.#stage.shot(second, 'second-question');
    const strip = teach.getByRole('group', { name: this.#say(teachWords.nowLabel) });
    for (const words of [teachWords.closeQuestion, teachWords.reveal, teachWords.dismiss]) {
      await strip.getByRole('button', { name: this.#say(words) }).click();
      // No tap counts for a moment after a step.
      await this.#stage.settled(teach);
    }
    await wall.close();
    await this.#health(teach);
  }

  /** The sheet of a classroom, down to how its link does. */
  async #health(teach: Page): Promise<void> {
    await button(teach, /^三年级一班/)
      .first()
      .click();
    await teach.getByText(this.#say(linkWords.health)).scrollIntoViewIfNeeded();
    await teach.locator('[role=dialog] path[d*="L"]').first().waitFor();
    await this.#stage.shot(teach, 'teach-health');
    await teach.keyboard.press('Escape');
  }

  /** The lead teacher hands over and takes back, then is gone. */
  async #leads({ teach, second }: Screens): Promise<void> {
    const hand = this.#say(secondWords.hand).replace('{{name}}', COLLEAGUE);
    await button(teach, this.#say(secondWords.title)).click();
    await button(teach, hand).waitFor();
    await this.#stage.shot(teach, 'teach-seconds');
    await button(teach, hand).click();
    await teach.getByRole('alertdialog').getByRole('button', { name: hand }).click();
    await second.getByText(this.#say(leadingWords.yours)).waitFor();
    await this.#stage.shot(second, 'second-leads');
    await this.#stage.shot(teach, 'teach-acting');
    await button(teach, this.#say(leadingWords.takeBack)).click();
    await second.getByText(this.#say(secondWords.leadLeads)).waitFor();
    await teach.close();
    await button(second, this.#say(leadingWords.take)).waitFor();
    await this.#stage.shot(second, 'second-offered');
  }
}
