import type { Words } from '../words.ts';

/** The self-test before a lesson. What it found, by `FINDINGS`: a state, and where something is wrong the one thing to do. */
export const selfTest = {
  open: { zh: '课前检查', en: 'Check before the lesson' },
  running: {
    zh: '正在检查，大约十秒。会响几声，请先别说话。',
    en: 'Checking, about ten seconds. You will hear a few notes; please stay quiet.',
  },
  tablets: { zh: '平板在线', en: 'Tablets online' },
  again: { zh: '再查一次', en: 'Check again' },
  green: { zh: '都好，可以上课', en: 'All fine, ready for the lesson' },
  nothing: { zh: '什么也没测到，请再查一次。', en: 'Nothing could be measured. Please check again.' },
  'path/none': {
    zh: '画面和声音连不上服务器：请网络管理员检查防火墙',
    en: 'Picture and sound do not reach the server: have the network administrator look at the firewall',
  },
  'path/tcp': {
    zh: '网络只让走 TCP，声音会慢一点：请网络管理员放开 UDP',
    en: 'The network lets only TCP through, sound comes later: have the network administrator allow UDP',
  },
  'path/udp': { zh: '画面和声音直通服务器（UDP）', en: 'Picture and sound go straight to the server (UDP)' },
  'microphone/refused': {
    zh: '浏览器不让用麦克风：请在地址栏左边允许麦克风',
    en: 'The browser refuses the microphone: allow it at the left of the address bar',
  },
  'microphone/missing': {
    zh: '没有找到麦克风：请把麦克风插好',
    en: 'No microphone found: please plug it in',
  },
  'microphone/busy': {
    zh: '麦克风被别的程序占用：请关掉那个程序',
    en: 'Another program holds the microphone: please close that program',
  },
  'microphone/silent': {
    zh: '麦克风没有声音：请检查麦克风是否静音',
    en: 'No sound from the microphone: check whether it is muted',
  },
  'microphone/fine': { zh: '麦克风正常', en: 'Microphone works' },
  'loudspeaker/unheard': {
    zh: '麦克风没听到测试音：请把音箱音量调大',
    en: 'The microphone did not hear the test tone: turn the loudspeaker up',
  },
  'loudspeaker/fine': { zh: '音箱正常', en: 'Loudspeaker works' },
  'echo/heard': {
    zh: '麦克风听到了音箱的声音，别的班会听到回声：把音箱转开，或把音量调小',
    en: 'The microphone hears the loudspeaker, others hear an echo: turn the loudspeaker away, or its volume down',
  },
  'echo/fine': { zh: '没有回声', en: 'No echo' },
  'camera/refused': {
    zh: '浏览器不让用摄像头：请在地址栏左边允许摄像头',
    en: 'The browser refuses the camera: allow it at the left of the address bar',
  },
  'camera/missing': { zh: '没有找到摄像头：请把摄像头插好', en: 'No camera found: please plug it in' },
  'camera/busy': {
    zh: '摄像头被别的程序占用：请关掉那个程序',
    en: 'Another program holds the camera: please close that program',
  },
  'camera/fine': { zh: '摄像头正常', en: 'Camera works' },
  'down/slow': {
    zh: '下行太慢，上课时只有声音：请关掉别的下载',
    en: 'Receiving is too slow, only sound in the lesson: stop other downloads',
  },
  'down/low': {
    zh: '下行偏慢，画面会省流：请关掉别的下载',
    en: 'Receiving is slow, the picture will save data: stop other downloads',
  },
  'down/fine': { zh: '下行够快', en: 'Receiving is fast enough' },
  'up/slow': {
    zh: '上行太慢，别人看不到这边的画面：请关掉别的上传',
    en: 'Sending is too slow, others will not see this picture: stop other uploads',
  },
  'up/low': {
    zh: '上行偏慢，这边的画面会省流：请关掉别的上传',
    en: 'Sending is slow, this picture will save data: stop other uploads',
  },
  'up/fine': { zh: '上行够快', en: 'Sending is fast enough' },
  'loss/high': {
    zh: '网络丢包很多：请插网线，或离无线路由器近一点',
    en: 'Many packets are lost: use a cable, or move closer to the Wi-Fi router',
  },
  'loss/some': {
    zh: '网络有点丢包：请插网线，或离无线路由器近一点',
    en: 'Some packets are lost: use a cable, or move closer to the Wi-Fi router',
  },
  'loss/fine': { zh: '几乎不丢包', en: 'Hardly any packets are lost' },
  'delay/long': {
    zh: '延迟太长，对话会很吃力：请关掉别的上网程序',
    en: 'The delay is too long for a talk: close other programs that use the network',
  },
  'delay/some': {
    zh: '延迟有点长，说完请等一等：请关掉别的上网程序',
    en: 'The delay is long, pause after speaking: close other programs that use the network',
  },
  'delay/fine': { zh: '延迟很短', en: 'The delay is short' },
  'clock/wrong': {
    zh: '这台设备的时钟不准：请在系统设置里自动对时',
    en: 'The clock of this device is wrong: let the system set it automatically',
  },
  'clock/fine': { zh: '时钟正常', en: 'The clock is right' },
} as const satisfies Words;
