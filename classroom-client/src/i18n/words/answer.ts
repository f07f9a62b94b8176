import type { Words } from '../words.ts';

/** Words of the answers that are more than a tap, and of a tablet that is handed round; they come with those. */
export const answer = {
  send: { zh: '提交', en: 'Send' },
  undo: { zh: '退一步', en: 'Undo' },
  clear: { zh: '全部擦掉', en: 'Clear' },
  // A number.
  yourNumber: { zh: '你的数', en: 'Your number' },
  minus: { zh: '负号', en: 'Minus' },
  point: { zh: '小数点', en: 'Decimal point' },
  // A text.
  yourText: { zh: '你的回答', en: 'Your answer' },
  length: { zh: '{{count}} / {{most}} 字', en: '{{count}} of {{most}} characters' },
  // An order.
  earlier: { zh: '往前', en: 'Earlier' },
  // A photo or a drawing.
  takePhoto: { zh: '拍我的作业纸', en: 'Photo of my paper' },
  draw: { zh: '画在屏幕上', en: 'Draw on the screen' },
  paperOnly: { zh: '只拍纸，不拍人', en: 'The paper only, no people' },
  preview: { zh: '你的照片', en: 'Your photo' },
  drawing: { zh: '画纸', en: 'Drawing paper' },
  again: { zh: '重拍', en: 'Take another' },
  drawAgain: { zh: '接着画', en: 'Go on drawing' },
  sendPhoto: { zh: '就交这张', en: 'Send this one' },
  uploading: { zh: '正在发送… {{percent}}%', en: 'Sending… {{percent}}%' },
  notSent: { zh: '还没发出去', en: 'Not sent yet' },
  another: { zh: '换一张', en: 'Send another one' },
  pen: { zh: '笔', en: 'Pen' },
  eraser: { zh: '橡皮', en: 'Eraser' },
  drawn: { zh: '画好了', en: 'Done' },
  // The result.
  // A tablet that is handed round.
  shared: { zh: '{{number}}号平板 · 轮流用', en: 'Tablet {{number}} · taking turns' },
  stopSharing: { zh: '不再轮流用', en: 'Stop sharing' },
  stopSharingSure: { zh: '这台平板不再轮流用了吗？', en: 'Stop sharing this tablet?' },
  keepSharing: { zh: '接着轮流用', en: 'Go on sharing' },
  waitTitle: { zh: '等老师出题', en: 'Waiting for a question' },
  waitLine: { zh: '有题的时候，一个一个来答', en: 'When there is a question, you answer one after the other' },
  whoseTurn: { zh: '轮到谁了？点名字', en: 'Whose turn is it? Tap your name' },
  hasAnswered: { zh: '✓ 已答', en: '✓ answered' },
  onItsWay: { zh: '正在发送…', en: 'Sending…' },
  inTeams: { zh: '小组一起答', en: 'Answer as a team' },
  oneByOne: { zh: '一个一个答', en: 'One by one' },
  chooseTeam: { zh: '谁和谁一组？点 2 到 8 个名字', en: 'Who is in the team? Tap 2 to 8 names' },
  teamReady: { zh: '就我们 {{count}} 个', en: 'We are {{count}}' },
  talk: { zh: '先商量一下', en: 'Talk it over first' },
  teamOf: { zh: '{{names}} 一组', en: 'Team: {{names}}' },
  nextPupil: { zh: '下一位', en: 'Next pupil' },
  nextTeam: { zh: '下一组', en: 'Next team' },
  backToNames: { zh: '不是我', en: 'Not me' },
  allAnswered: { zh: '都答完了！', en: 'Everybody has answered!' },
  nobodyLeft: { zh: '大家都有自己的平板', en: 'Everybody has a tablet' },
  closed: { zh: '时间到！等老师公布答案', en: 'Time is up! Wait for the answer' },
  revealed: { zh: '答案公布了，请看大屏', en: 'The answer is on the board' },
} as const satisfies Words;
