import type { Words } from '../words.ts';

/** Words of the page that tests how late a device is. */
export const testDevice = {
  title: { zh: '抢答设备测试', en: 'Buzzer device test' },
  line: {
    zh: '有的屏幕显示得慢，有的触摸反应慢。跟着节拍点一点，本机的抢答就会按测出的时间校正（0 到 60 毫秒）。',
    en: 'Some screens show late, some feel touches late. Tap along with the beat, and this device’s presses are corrected by what is found (0 to 60 ms).',
  },
  how: {
    zh: '每当大圈缩到与圆重合，就点一下圆。大约半分钟。',
    en: 'Tap the disc each time the ring meets it. It takes about half a minute.',
  },
  start: { zh: '开始测试', en: 'Start the test' },
  tap: { zh: '点', en: 'Tap' },
  again: { zh: '再测一次', en: 'Test again' },
  keep: { zh: '用这个结果', en: 'Use this result' },
  kept: { zh: '已记在这台设备上：校正 {{late}} 毫秒', en: 'Kept on this device: corrected by {{late}} ms' },
  untested: { zh: '这台设备还没有测试：不校正', en: 'This device is not tested: no correction' },
  forget: { zh: '删除校正', en: 'Remove the correction' },
  found: {
    zh: '点击平均比节拍晚 {{behind}} 毫秒，前后相差约 {{spread}} 毫秒（{{taps}} 次）',
    en: 'Taps were {{behind}} ms behind the beat, give or take {{spread}} ms ({{taps}} taps)',
  },
  'too-few': { zh: '点的次数太少，请再测一次。', en: 'There were too few taps. Please test again.' },
  'too-uneven': { zh: '节拍不够稳，请再测一次。', en: 'The taps were too uneven. Please test again.' },
  honest: {
    zh: '网页看不到光，也摸不到手指：测出的是屏幕、触摸和人的习惯合在一起，人与人之间可差几十毫秒。请由同一位大人测同一批设备，测两次差不多才算数。',
    en: 'A page sees no light and feels no finger: this is the screen, the touch and the person’s habit together, and people differ by some tens of ms. Let the same grown-up test all devices of a kind, and trust it when two tests agree.',
  },
  delta: {
    zh: '抢答判定：反应时间相差不到 {{delta}} 毫秒，算并列。',
    en: 'How a buzzer is decided: reactions less than {{delta}} ms apart are a tie.',
  },
} as const satisfies Words;
