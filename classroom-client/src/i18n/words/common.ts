import type { Words } from '../words.ts';

/** Words that several screens share; states are said in the same words everywhere. */
export const common = {
  product: { zh: '同课', en: 'Tongke' },
  // States on their way.
  sending: { zh: '正在发送…', en: 'Sending…' },
  received: { zh: '已收到 ✓', en: 'Received ✓' },
  tooLate: { zh: '太晚了', en: 'Too late' },
  notOpen: { zh: '还没开始', en: 'Not open' },
  // Link.
  linkGood: { zh: '良好', en: 'Good' },
  linkLost: { zh: '已断开，正在重连', en: 'Disconnected, reconnecting' },
  linkLostStay: {
    zh: '网断了，正在重连。请不要关掉，已做的都还在。',
    en: 'The link is down, reconnecting. Keep this open; nothing is lost.',
  },
  connecting: { zh: '正在连接课堂…', en: 'Connecting to the lesson…' },
  connectingLong: { zh: '还在连接。请看看网络是否连上。', en: 'Still connecting. Please check the network.' },
  // Microphone and camera.
  microphoneReady: { zh: '请准备', en: 'Get ready' },
  cameraOn: { zh: '摄像头已开', en: 'Camera on' },
  cameraCovered: { zh: '摄像头已遮住', en: 'Camera covered' },
  cameraOff: { zh: '摄像头关', en: 'Camera off' },
  // Actions.
  ok: { zh: '好', en: 'OK' },
  cancel: { zh: '取消', en: 'Cancel' },
  close: { zh: '关闭', en: 'Close' },
  back: { zh: '返回', en: 'Back' },
  save: { zh: '保存', en: 'Save' },
  remove: { zh: '移除', en: 'Remove' },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制 ✓', en: 'Copied ✓' },
  retry: { zh: '再试一次', en: 'Try again' },
  reload: { zh: '重新打开', en: 'Reload' },
  toStart: { zh: '回到首页', en: 'Back to the start' },
  holdToConfirm: { zh: '按住一秒', en: 'Hold for a second' },
  // Looks.
  look: { zh: '外观', en: 'Appearance' },
  lookAuto: { zh: '跟随设备', en: 'Like the device' },
  lookLight: { zh: '浅色', en: 'Light' },
  lookDark: { zh: '深色', en: 'Dark' },
  // Pictures.
  pictureComing: { zh: '图片正在打开…', en: 'The picture is coming…' },
  pictureMissing: { zh: '图片没打开，点一下再试', en: 'The picture did not open. Tap to try again.' },
  // People and time.
  seatNumber: { zh: '{{number}}号', en: 'No. {{number}}' },
  classNumber: { zh: '{{classroom}} {{number}}号', en: '{{classroom}} no. {{number}}' },
  classGroup: { zh: '{{classroom}} 第 {{zone}} 组', en: '{{classroom}} group {{zone}}' },
  wholeClass: { zh: '{{classroom}} 全班', en: '{{classroom}}, whole class' },
  listComma: { zh: '、', en: ', ' },
  secondsLeft: { zh: '还剩 {{seconds}} 秒', en: '{{seconds}} s left' },
  broken: { zh: '这个网页出了点问题', en: 'Something went wrong on this page' },
  brokenLine: { zh: '请重新打开，课堂还在。', en: 'Please reload; the lesson is still there.' },
  brokenOpensItself: {
    zh: '几秒后会自己重新打开，课堂还在。',
    en: 'It reloads by itself in a few seconds; the lesson is still there.',
  },
  offline: {
    zh: '连不上服务器。请看看网络，再试一次。',
    en: 'The server cannot be reached. Check the network and try again.',
  },
} as const satisfies Words;
