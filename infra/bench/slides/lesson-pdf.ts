import type { Browser } from 'playwright-core';

const TOPICS = ['认识分数', '二分之一', '四分之三', '比一比', '想一想', '做一做', '说一说', '回家试试'];
const SENTENCES = [
  '把一个月饼平均分成四份，每份是它的四分之一。',
  '分母表示平均分成几份，分子表示取了其中的几份。',
  '同桌两人说一说：为什么一定要“平均”分？',
  '用一张正方形的纸折出它的八分之三，涂上颜色。',
  '小明吃了这块蛋糕的三分之一，小红吃了剩下的一半，谁吃得多？',
  '三年级一班有四十二人，其中七分之三参加了合唱队。',
];

/**
 * A PDF of a lesson's pages, 16:9, printed by the browser: Chinese text with the fonts that it embeds, and on every other page a picture
 * with the detail of a photograph, each another one.
 */
export async function lessonPdf(browser: Browser, pages: number): Promise<Buffer> {
  const page = await browser.newPage();
  try {
    await page.evaluate(writePages, { pages, topics: TOPICS, sentences: SENTENCES });
    return await page.pdf({ width: '1280px', height: '720px', printBackground: true });
  } finally {
    await page.close();
  }
}

interface Words {
  readonly pages: number;
  readonly topics: readonly string[];
  readonly sentences: readonly string[];
}

/** Runs inside a blank page. */
async function writePages({ pages, topics, sentences }: Words): Promise<void> {
  const style = document.createElement('style');
  style.textContent = `@page { margin: 0 } body { margin: 0 }
    section { box-sizing: border-box; width: 1280px; height: 719px; padding: 56px 72px; break-after: page; font: 34px/1.7 serif; color: #15213d }
    h1 { margin: 0 0 24px; border-bottom: 6px solid #006e69; font-size: 60px } img { float: right; width: 520px; margin-left: 32px }`;
  document.head.append(style);
  for (let number = 1; number <= pages; number += 1) {
    const section = document.createElement('section');
    const title = document.createElement('h1');
    title.textContent = `${number}. ${topics[number % topics.length]}`;
    section.append(title);
    if (number % 2 === 0) section.append(await photo(number));
    for (let line = 0; line < (number % 2 === 0 ? 4 : 6); line += 1) {
      const words = document.createElement('div');
      words.textContent = sentences[(number + line) % sentences.length] ?? '';
      section.append(words);
    }
    document.body.append(section);
  }

  /** Hills under a sky with the grain of a camera; the same number gives the same picture. */
  async function photo(seed: number): Promise<HTMLImageElement> {
    const [width, height] = [960, 720];
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width, height });
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    const sky = context.createLinearGradient(0, 0, 0, height);
    sky.addColorStop(0, `hsl(${(seed * 47) % 360} 60% 75%)`);
    sky.addColorStop(1, '#fff3d6');
    context.fillStyle = sky;
    context.fillRect(0, 0, width, height);
    for (let hill = 0; hill < 5; hill += 1) {
      context.fillStyle = `hsl(${(seed * 31 + hill * 40) % 360} 45% ${60 - hill * 9}%)`;
      context.beginPath();
      context.moveTo(0, height);
      for (let x = 0; x <= width; x += 8) {
        const wave = Math.sin(x / (60 + hill * 22) + seed + hill) * 38 + Math.sin(x / (11 + hill)) * 6;
        context.lineTo(x, height * (0.45 + hill * 0.1) + wave);
      }
      context.lineTo(width, height);
      context.fill();
    }
    const pixels = context.getImageData(0, 0, width, height);
    let state = seed;
    for (let at = 0; at < pixels.data.length; at += 4) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      const grain = (state >>> 27) - 16;
      for (let part = 0; part < 3; part += 1) pixels.data[at + part] = (pixels.data[at + part] ?? 0) + grain;
    }
    context.putImageData(pixels, 0, 0);
    const image = document.createElement('img');
    image.src = canvas.toDataURL('image/jpeg', 0.85);
    await image.decode();
    return image;
  }
}
