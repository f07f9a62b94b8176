import type { Page } from 'playwright-core';
import { answer as answerWords } from '../../classroom-client/src/i18n/words/answer.ts';
import { assistant as assistantWords } from '../../classroom-client/src/i18n/words/assistant.ts';
import { branch as branchWords } from '../../classroom-client/src/i18n/words/branch.ts';
import { cheer as cheerWords } from '../../classroom-client/src/i18n/words/cheer.ts';
import { ink as inkWords } from '../../classroom-client/src/i18n/words/ink.ts';
import { pupil as pupilWords } from '../../classroom-client/src/i18n/words/pupil.ts';
import { slides as slidesWords } from '../../classroom-client/src/i18n/words/slides.ts';
import { teach as teachWords } from '../../classroom-client/src/i18n/words/teach.ts';
import { works as worksWords } from '../../classroom-client/src/i18n/words/works.ts';
import { lessonPdf } from '../bench/slides/lesson-pdf.ts';
import { button } from '../e2e/support/button.ts';
import { drawOver } from '../e2e/support/draw-over.ts';
import { startBoard } from '../e2e/support/start-board.ts';
import type { Stage } from './stage.ts';

const TABLET = { width: 820, height: 1180 };
const PAGES = 6;
const NAME = '王小明';
/** Across the lower half of a page. */
const WAVE = [
  [0.2, 0.6],
  [0.3, 0.66],
  [0.4, 0.6],
  [0.5, 0.54],
  [0.6, 0.6],
  [0.7, 0.66],
] as const;

/** A second lesson, with slides: drawn on, with pupils' works and praise, and over a link that is cut. */
export class SlidesLesson {
  readonly #stage: Stage;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  async takeAll(): Promise<void> {
    const stage = this.#stage;
    const { size } = stage.options;
    const teach = await stage.page('teacher', size, stage.link('/sign-in'));
    await button(teach, stage.say(teachWords.enter)).first().click();
    await this.#upload(teach);
    const boards = [
      await stage.page('classroom', size, stage.link('/board', 0)),
      await stage.page('classroom', size, stage.link('/board', 1)),
    ] as const;
    for (const board of boards) await startBoard(board, stage.options.language);
    const tablet = await stage.page('classroom', TABLET, stage.link('/s/'));
    await button(tablet, NAME).click();
    await button(tablet, stage.say(pupilWords.changePupil)).waitFor();
    await this.#pages(teach, boards);
    await this.#works(teach, boards[0], tablet);
    await this.#praise(teach, boards[0], tablet);
    await this.#cut(teach, boards[0]);
  }

  async #upload(teach: Page): Promise<void> {
    const stage = this.#stage;
    const browser = teach.context().browser();
    if (!browser) throw new Error('There is no browser.');
    const shelf = await teach.context().newPage();
    await shelf.goto(new URL('/admin#slides', teach.url()).href);
    const file = { name: '认识分数.pdf', mimeType: 'application/pdf', buffer: await lessonPdf(browser, PAGES) };
    await shelf.getByLabel(stage.say(slidesWords.upload)).first().setInputFiles(file);
    await shelf.getByText(new RegExp(`^${PAGES} (页|pages)$`)).waitFor();
    await stage.shot(shelf, 'admin-slides');
    await shelf.close();
  }

  async #pages(teach: Page, boards: readonly [Page, Page]): Promise<void> {
    const stage = this.#stage;
    await button(teach, stage.say(slidesWords.choose)).click();
    await teach.getByRole('dialog').getByRole('button', { name: '认识分数' }).click();
    await boards[0].getByText(new RegExp(`${PAGES}(/| of )${PAGES}`)).waitFor();
    await stage.shot(boards[0], 'board-lobby-pack');
    await stage.shot(teach, 'teach-lobby-slides');
    await button(teach, stage.say(teachWords.startLesson)).click();
    await teach.keyboard.press('PageDown');
    const tools = teach.getByRole('group', { name: stage.say(inkWords.tools) });
    await tools.getByRole('button', { name: stage.say(inkWords.pen), exact: true }).click();
    await drawOver(teach.locator('[data-ink]'), WAVE);
    for (const board of boards) await board.locator('[data-page] path').first().waitFor();
    await stage.shot(teach, 'teach-slides');
    await stage.shot(boards[0], 'board-slides');
    await stage.sized(boards[0], { width: 3840, height: 2160 }, 'board-slides-large');
    await button(teach, stage.say(inkWords.givePen)).click();
    await stage.shot(teach, 'teach-pens');
    await teach.keyboard.press('Escape');
  }

  async #works(teach: Page, board: Page, tablet: Page): Promise<void> {
    const stage = this.#stage;
    await button(teach, stage.say(worksWords.button)).click();
    await teach.getByRole('switch', { name: stage.say(worksWords.collect) }).click();
    await tablet.getByText(stage.say(worksWords.wanted)).waitFor();
    await stage.shot(tablet, 'tablet-work');
    await button(tablet, stage.say(answerWords.draw)).click();
    await drawOver(tablet.locator('canvas'), WAVE);
    await stage.shot(tablet, 'tablet-draw');
    await button(tablet, stage.say(answerWords.drawn)).click();
    await button(tablet, stage.say(answerWords.sendPhoto)).click();
    const work = teach.locator('[role=dialog] li img');
    await work.first().waitFor();
    await work.first().click();
    await stage.shot(teach, 'teach-works');
    await button(teach, stage.say(worksWords.show).replace('{{count}}', '1')).click();
    await board.locator('main li img').first().waitFor();
    await stage.shot(board, 'board-works');
    await button(teach, stage.say(worksWords.hide)).click();
    await teach.keyboard.press('Escape');
  }

  async #praise(teach: Page, board: Page, tablet: Page): Promise<void> {
    const stage = this.#stage;
    await button(teach, /^三年级一班/)
      .first()
      .click();
    const sheet = teach.getByRole('dialog');
    await sheet.getByRole('radio', { name: stage.say(cheerWords.praise) }).click();
    await sheet.getByRole('button', { name: NAME }).click();
    await sheet.getByRole('button', { name: stage.say(cheerWords.clear) }).click();
    await board.getByText(stage.say(cheerWords.teacherPraises)).waitFor();
    await stage.shot(board, 'board-praise');
    await stage.shot(tablet, 'tablet-praise');
    await teach.keyboard.press('Escape');
  }

  /** The first board loses its link, goes on by itself, and comes back. */
  async #cut(teach: Page, board: Page): Promise<void> {
    const stage = this.#stage;
    await board.context().setOffline(true);
    const hold = button(board, stage.say(branchWords.begin));
    await hold.waitFor();
    await stage.shot(board, 'board-cut');
    await hold.dispatchEvent('pointerdown');
    const next = button(board, new RegExp(stage.say(branchWords.nextPage)));
    await next.waitFor();
    await board.locator(`[aria-label="${stage.say(assistantWords.nowLabel)}"][aria-disabled="false"]`).waitFor();
    await next.click();
    await stage.shot(board, 'board-branch');
    await teach.keyboard.press('PageDown');
    await stage.shot(teach, 'teach-away');
    await board.context().setOffline(false);
    await button(board, stage.say(branchWords.returnNow))
      .or(board.getByText(stage.say(branchWords.missedTitle)))
      .first()
      .waitFor();
    // The class goes back by itself, too, where nothing is under way.
    const back = button(board, stage.say(branchWords.returnNow));
    if (await back.isVisible()) await back.click({ timeout: 3_000 }).catch(() => undefined);
    await board.getByText(stage.say(branchWords.missedTitle)).waitFor();
    await stage.shot(board, 'board-missed');
    await stage.shot(teach, 'teach-handed-in');
  }
}
