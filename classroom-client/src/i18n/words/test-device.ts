import type { Words } from '../words.ts';

/** Words of the page that tests how late a device is. */
export const testDevice = {
  title: { zh: '抢答设备测试', en: 'Buzzer device test' },
  line: {
    zh: '有的屏幕慢半拍，孩子抢答会吃亏。测一次，这台设备以后抢答就自动补回来。',
    en: 'Some screens are a beat late, and their pupils lose by it. Test once, and this device’s presses are put right from then on.',
  },
  step1: { zh: '请一位大人来，点“开始测试”。', en: 'A grown-up taps “Start the test”.' },
  how: {
    zh: '大圈一缩到和黄圆一样大，就点一下黄圆；跟着节拍点半分钟。',
    en: 'Each time the ring shrinks to the yellow disc, tap the disc; go on with the beat for half a minute.',
  },
  step3: {
    zh: '测两次，结果差不多，再点“用这个结果”。同一种设备测一台就知道。',
    en: 'Test twice; when both agree, tap “Use this result”. Devices of one kind are alike.',
  },
  slow: { zh: '这台设备慢 {{late}} 毫秒', en: 'This device is {{late}} ms late' },
  quick: {
    zh: '这台设备不慢（{{late}} 毫秒），不用补',
    en: 'This device is not late ({{late}} ms): nothing to put right',
  },
  more: { zh: '测的是什么，准不准', en: 'What is measured, and how well' },
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
