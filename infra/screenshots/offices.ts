import type { Page } from 'playwright-core';
import { questions as questionsWords } from '../../classroom-client/src/i18n/words/questions.ts';
import { staff as staffWords } from '../../classroom-client/src/i18n/words/staff.ts';
import { teach as teachWords } from '../../classroom-client/src/i18n/words/teach.ts';
import { button } from '../e2e/support/button.ts';
import type { Stage, Word } from './stage.ts';

const PHONE = { width: 390, height: 844 };
const TABLET = { width: 820, height: 1180 };
/** One that the sample school has not. */
const CLASSROOM = '三年级三班';
/** The tabs that no other part shows. */
const TABS = ['classrooms', 'timetable', 'questions', 'boards', 'partners', 'settings', 'schools', 'sessions'] as const;

/** What is done outside of a lesson: a school is looked after, people are invited, questions written, devices tested. */
export class Offices {
  readonly #stage: Stage;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  async takeAll(): Promise<void> {
    const { size } = this.#stage.options;
    const { origin } = this.#stage.school;
    const admin = await this.#stage.page('teacher', size, this.#stage.link('/sign-in', 1));
    await admin.waitForURL(/\/admin/);
    await this.#tabs(admin);
    await this.#sheets(admin);
    const device = await this.#stage.page('classroom', TABLET, `${origin}/test-device`);
    await this.#stage.shot(device, 'test-device');
    const nowhere = await this.#stage.page('classroom', PHONE, `${origin}/sign-in`);
    await this.#stage.shot(nowhere, 'sign-in-no-link');
  }

  #say(word: Word): string {
    return this.#stage.say(word);
  }

  async #tabs(admin: Page): Promise<void> {
    for (const tab of TABS) {
      await admin.locator(`nav a[href="#${tab}"]`).click();
      await admin.getByRole('heading', { name: this.#say(staffWords[`tab_${tab}`]), level: 2 }).waitFor();
      if (tab === 'classrooms') {
        await admin.getByLabel(this.#say(staffWords.newClassroom)).fill(CLASSROOM);
        await button(admin, this.#say(staffWords.add)).click();
        await admin.getByRole('dialog').waitFor();
        await this.#stage.shot(admin, 'admin-classroom');
        await admin.keyboard.press('Escape');
      }
      await this.#stage.shot(admin, `admin-${tab}`);
    }
  }

  /** The sheets that are most used, and the page that an invitation opens. */
  async #sheets(admin: Page): Promise<void> {
    for (const [tab, words, name] of [
      ['timetable', staffWords.planLesson, 'admin-plan'],
      ['questions', questionsWords.write, 'admin-question'],
    ] as const) {
      await admin.locator(`nav a[href="#${tab}"]`).click();
      await button(admin, this.#say(words)).first().click();
      await admin.getByRole('dialog').waitFor();
      await this.#stage.shot(admin, name);
      await admin.keyboard.press('Escape');
    }
    await admin.locator('nav a[href="#people"]').click();
    const made = admin.waitForResponse(/\/api\/invites/);
    await button(admin, this.#say(staffWords.inviteTeacher)).click();
    const { url } = (await (await made).json()) as { url: string };
    await this.#stage.shot(admin, 'admin-invite');
    const invited = await this.#stage.page('teacher', PHONE, url);
    await button(invited, this.#say(staffWords.accept)).waitFor();
    await this.#stage.shot(invited, 'invite');
    await admin.goto(new URL('/teach', admin.url()).href);
    await button(admin, this.#say(teachWords.newLesson)).click();
    await this.#stage.shot(admin, 'teach-new-lesson');
  }
}
