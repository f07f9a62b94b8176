import type { Words } from '../words.ts';

/** Words of pupils' works that are looked at together. */
export const works = {
  // The lead teacher.
  button: { zh: '看作品', en: 'Works' },
  buttonCount: { zh: '看作品 {{count}}', en: 'Works {{count}}' },
  title: { zh: '同学们的作品', en: 'Pupils’ works' },
  collect: { zh: '收作品：同学可以拍照或画图交上来', en: 'Collect: pupils may send photos and drawings' },
  empty: {
    zh: '还没有作品。打开“收作品”，平板上就会出现拍照和画图；没有平板的，请助教用手机拍。',
    en: 'Nothing yet. Switch collecting on and tablets offer photo and drawing; without tablets the assistant’s phone takes photos.',
  },
  choose: { zh: '点一到四张，放到所有大屏上', en: 'Tap one to four to put them on all boards' },
  withNames: { zh: '显示是谁的', en: 'Show whose they are' },
  show: { zh: '放到大屏（{{count}}）', en: 'Put on the boards ({{count}})' },
  hide: { zh: '从大屏收起', en: 'Take off the boards' },
  onBoards: { zh: '大屏上', en: 'On the boards' },
  remove: { zh: '拿掉', en: 'Remove' },
  workOf: { zh: '{{who}} 的作品', en: 'Work of {{who}}' },
  // Boards.
  workOfRoom: { zh: '{{room}} 的作品', en: 'From {{room}}' },
  // The assistant.
  card: { zh: '本班的作品', en: 'Works of this class' },
  cardLine: {
    zh: '交给主讲老师看。不合适的可以拿掉。',
    en: 'The lead teacher looks at them. Remove what does not fit.',
  },
  take: { zh: '拍一张作品', en: 'Take a photo of a work' },
  whose: { zh: '这是谁的作品？', en: 'Whose work is it?' },
  sending: { zh: '正在发送… {{percent}}%', en: 'Sending… {{percent}}%' },
  arrived: { zh: '作品已送到', en: 'The work has arrived' },
  // Tablets.
  wanted: { zh: '老师想看你的作品', en: 'The teacher wants to see your work' },
  mine: { zh: '已送到 {{count}} 张 ✓', en: '{{count}} sent ✓' },
  full: { zh: '三张都送到了，请看大屏。', en: 'All three have arrived. Look at the board.' },
} as const satisfies Words;
