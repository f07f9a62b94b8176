import type { Words } from '../words.ts';

/** Words of sharing a screen, for the lead teacher and for boards. */
export const screen = {
  share: { zh: '投屏', en: 'Share' },
  second: { zh: '第二块屏幕', en: 'Second screen' },
  secondLine: {
    zh: '给本班看的窗口：课件、书写、题目和抢答，和各班大屏一样。拖到投影仪或另一块屏幕上，再点全屏。',
    en: 'A window for your own class: pages, ink, questions and the buzzer as on the boards. Drag it to the projector or another screen, then make it full.',
  },
  secondLobby: { zh: '给本班看的窗口，放到投影仪上', en: 'A window for your own class, on the projector' },
  secondOpen: { zh: '打开第二块屏幕', en: 'Open the second screen' },
  secondBlocked: {
    zh: '浏览器拦住了新窗口。请在地址栏里允许这个网站弹出窗口，再点一次。',
    en: 'The browser blocked the window. Allow pop-ups for this site in the address bar and try again.',
  },
  dragHere: { zh: '把窗口拖到投影仪那边，再点', en: 'Drag this window to the projector, then' },
  full: { zh: '全屏', en: 'Full screen' },
  noLesson: {
    zh: '请在老师的课堂页面里打开“第二块屏幕”：投屏按钮里就有。',
    en: 'Open “Second screen” from the teacher’s lesson: it is under Share.',
  },
  title: { zh: '把屏幕给大家看', en: 'Show a screen to everybody' },
  line: {
    zh: '先选放什么，浏览器再问你：整个屏幕、一个窗口，还是一个网页。',
    en: 'Choose what it is; then the browser asks which: the whole screen, a window or a tab.',
  },
  detail: { zh: '文字和图片', en: 'Text and pictures' },
  detailLine: { zh: '字最清楚，动得少', en: 'Sharpest text, few movements' },
  motion: { zh: '放影片', en: 'A film' },
  motionLine: {
    zh: '画面流畅，带声音（在浏览器的窗口里勾选“分享音频”）',
    en: 'Smooth, with sound (tick “share audio” in the browser’s window)',
  },
  choosing: {
    zh: '请在浏览器弹出的窗口里选一个屏幕、窗口或网页。',
    en: 'Pick a screen, a window or a tab in the browser’s own window.',
  },
  refused: {
    zh: '没有投屏：浏览器说没有选，或者电脑不允许。想投屏就再点一次。',
    en: 'Nothing is shared: nothing was picked, or the computer does not allow it. Tap again to try once more.',
  },
  busy: {
    zh: '这块屏幕现在打不开。请换一个窗口再试。',
    en: 'That screen cannot be opened now. Please try another window.',
  },
  missing: {
    zh: '这个浏览器不能投屏。请用电脑上的 Chrome 或 Edge 打开。',
    en: 'This browser cannot share a screen. Use Chrome or Edge on a computer.',
  },
  starting: { zh: '正在投屏…', en: 'Starting to share…' },
  on: { zh: '正在投屏', en: 'You are sharing' },
  onDetail: { zh: '文字清楚', en: 'sharp text' },
  onMotion: { zh: '影片', en: 'film' },
  stop: { zh: '停止投屏', en: 'Stop sharing' },
  own: { zh: '你投的屏幕', en: 'Your shared screen' },
  roomShares: { zh: '{{room}} 正在投屏', en: '{{room}} is sharing' },
  stopRoom: { zh: '停止', en: 'Stop' },
  see: { zh: '看屏幕', en: 'See it' },
  ofTeacher: { zh: '老师的屏幕', en: 'The teacher’s screen' },
  ofRoom: { zh: '{{room}} 的屏幕', en: 'Screen of {{room}}' },
  soon: { zh: '屏幕马上就来…', en: 'The screen is about to come…' },
  held: {
    zh: '网络慢，先保住声音。网络好了，屏幕会自己回来。',
    en: 'The link is slow: sound comes first. The screen comes back by itself.',
  },
  weShare: {
    zh: '正在投屏：其他教室和老师看得到你们选的屏幕',
    en: 'You are sharing: the teacher and the other classrooms see what you picked',
  },
  cardLine: {
    zh: '轮到你们发言时，可以把这块大屏给大家看。',
    en: 'While your class has the turn, this board’s screen can be shown to everybody.',
  },
} as const satisfies Words;
