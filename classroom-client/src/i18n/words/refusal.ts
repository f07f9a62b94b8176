import type { Words } from '../words.ts';

/** One plain sentence for each refusal that any screen may hear: what is the matter, and what to do. Those of `refusal-staff` never reach a tablet. */
export const refusal = {
  malformed: {
    zh: '刚才的操作没有说清楚。请重新打开这个网页，再做一次。',
    en: 'That could not be understood. Please reload this page and do it again.',
  },
  'too-large': { zh: '内容太长了。请缩短一些再发。', en: 'That is too long. Please shorten it and send it again.' },
  'unknown-event': {
    zh: '网页和服务器的版本不一样。请重新打开这个网页。',
    en: 'This page and the server differ in version. Please reload this page.',
  },
  'too-many-requests': {
    zh: '点得太快了。请等几秒再点。',
    en: 'That was too fast. Please wait a few seconds and try again.',
  },
  'client-too-old': { zh: '网页是旧的。请重新打开这个网页。', en: 'This page is out of date. Please reload it.' },
  'server-too-old': {
    zh: '服务器还没有更新好。请一分钟后重新打开这个网页。',
    en: 'The server is not up to date yet. Please reload this page in a minute.',
  },
  'not-signed-in': {
    zh: '还没有登录。请打开管理员发给你的链接。',
    en: 'You are not signed in. Please open the link that your administrator sent you.',
  },
  'not-allowed': {
    zh: '你不能做这件事。需要的话，请找管理员。',
    en: 'You may not do this. If you need to, ask your administrator.',
  },
  'insecure-page': {
    zh: '这个网页要用安全地址（https）打开。请重新打开这个网页，上面会写出正确的地址。',
    en: 'This page needs its secure address (https). Please reload the page: it then shows the right one.',
  },
  'not-found': {
    zh: '没有找到。可能已经删掉了，请回到首页再试。',
    en: 'This was not found. It may have been removed; go back to the start and try again.',
  },
  'other-lesson': {
    zh: '这是另一堂课的操作。请重新打开这个网页。',
    en: 'That belongs to another lesson. Please reload this page.',
  },
  'no-lesson-now': {
    zh: '现在没有课。上课时再打开，或请老师看看课表。',
    en: 'There is no lesson now. Come back at lesson time, or ask the teacher to check the timetable.',
  },
  'storage-unavailable': {
    zh: '服务器的硬盘满了或写不进去。请告诉管理员，课可以继续看。',
    en: 'The server cannot save: its disk may be full. Please tell the administrator; the lesson can still be watched.',
  },
  'busy-try-again': { zh: '服务器正忙。请等一会儿再试。', en: 'The server is busy. Please try again in a moment.' },
  internal: {
    zh: '服务器出了错，已经记下来了。请再试一次。',
    en: 'The server made a mistake and has noted it. Please try again.',
  },
  'code/wrong': {
    zh: '课堂码不对，或老师还没打开。请告诉老师。',
    en: 'The code is wrong, or the teacher has not opened it yet. Please tell the teacher.',
  },
  'code/slow-down': {
    zh: '错的次数太多。请等一分钟再输。',
    en: 'Too many wrong tries. Please wait a minute and try again.',
  },
  'door/closed': {
    zh: '现在不能用课堂码加入。请老师在大屏上打开“加入”。',
    en: 'The code is closed now. Ask the teacher to open “Join” on the board.',
  },
  'link/expired': { zh: '这个链接过期了。请再要一个新的。', en: 'This link has expired. Please ask for a new one.' },
  'taken-over': {
    zh: '已经在另一个窗口打开了。要在这里继续，请重新打开这个网页。',
    en: 'This was opened in another window. To go on here, please reload this page.',
  },
  'works/closed': { zh: '老师现在不收作品。', en: 'The teacher is not collecting works now.' },
  'works/full': { zh: '已经交得够多了。', en: 'There are enough already.' },
  'works/gone': { zh: '这张作品已经拿掉了。', en: 'That work has been taken away.' },
  'lesson/not-live': {
    zh: '课还没开始。请等主讲老师开始上课。',
    en: 'The lesson has not started. Please wait for the lead teacher.',
  },
  'lesson/already-live': { zh: '课已经开始了。', en: 'The lesson has already started.' },
  'lesson/ended': { zh: '这堂课已经结束了。', en: 'This lesson has ended.' },
  'classroom/unknown': {
    zh: '这个班不在这堂课里。请检查课表。',
    en: 'This classroom is not part of the lesson. Please check the timetable.',
  },
  'classroom/not-here': {
    zh: '这个班的大屏还没连上。请等它上线，或先请别的班。',
    en: 'That classroom’s board is not connected. Wait for it, or choose another class.',
  },
  'seat/unknown': {
    zh: '名单里没有这个座位。请重新选一次名字。',
    en: 'That seat is not on the list. Please choose the name again.',
  },
  'seat/taken': {
    zh: '这个名字已经在另一台设备上。请老师点“同意换设备”。',
    en: 'That name is in use on another device. Ask the teacher to tap “Allow the change”.',
  },
  'seat/not-requested': { zh: '没有设备在等这个座位。', en: 'No device is waiting for this seat.' },
  'seat/none': {
    zh: '你的座位已经空出来了。请重新选名字。',
    en: 'Your seat was released. Please choose your name again.',
  },
  'seat/room-full': {
    zh: '这个班的座位满了。请联系管理员。',
    en: 'This classroom has no free seats. Please contact the administrator.',
  },
  'seat/has-tablet': {
    zh: '这位同学有自己的平板，请用自己的平板作答。',
    en: 'This pupil has a tablet of their own; please answer on it.',
  },
  'tablet/unknown': {
    zh: '这台平板现在不是公用平板。请让老师再同意一次。',
    en: 'This tablet is not handed round now. Ask the teacher to allow it again.',
  },
  'tablet/too-many': {
    zh: '公用平板已经够多了。请老师先去掉一台。',
    en: 'There are enough shared tablets. Ask the teacher to take one back first.',
  },
  'round/none': { zh: '现在没有题目。请等老师出题。', en: 'There is no question now. Please wait for the teacher.' },
  'round/running': { zh: '上一轮还没结束。请先结束它。', en: 'A round is still running. Please finish it first.' },
  'round/other': { zh: '这一轮已经过去了。请看大屏。', en: 'That round is over. Please look at the board.' },
  'round/closed': { zh: '时间到了，这次没赶上。', en: 'Time is up; this one came too late.' },
  'round/not-closed': {
    zh: '作答还没结束。请先点“结束作答”。',
    en: 'Answers are still open. Please close them first.',
  },
  'round/not-revealed': { zh: '请先公布答案，再讲解。', en: 'Please reveal the answer first, then explain it.' },
  'buzzer/already-pressed': { zh: '你已经抢过了。', en: 'You have already pressed.' },
  'buzzer/locked': { zh: '抢早了。等一下再按。', en: 'That was too early. Press again in a moment.' },
  'buzzer/class-waits': {
    zh: '你们班已经抢到过了，这次让给别的班。',
    en: 'Your class has won already: this one is for the others.',
  },
  'buzzer/has-tablets': {
    zh: '这个班有平板，请学生在平板上抢答。',
    en: 'This classroom has tablets: pupils press there.',
  },
  'buzzer/already-awarded': { zh: '这一分已经判过了。', en: 'That point has been decided already.' },
  'buzzer/no-next': { zh: '后面没有人了。', en: 'Nobody else pressed.' },
  'question/no-such-choice': { zh: '没有这个选项。请重新选。', en: 'There is no such choice. Please choose again.' },
  'question/count-too-high': {
    zh: '举手的人数比没作答的人还多。请再数一次。',
    en: 'That is more hands than pupils without an answer. Please count again.',
  },
  'question/not-open-yet': {
    zh: '先读题，还不能作答。请等一下。',
    en: 'It is time to read; answers are not taken yet. Please wait a moment.',
  },
  'question/team-talks': { zh: '先和小组商量一下，再作答。', en: 'Talk it over with your team first, then answer.' },
  'question/no-such-answer': {
    zh: '没有这个回答。请重新选一个。',
    en: 'There is no such answer. Please choose another.',
  },
  'question/no-explanation': { zh: '这道题没有写讲解。', en: 'No explanation was written for this question.' },
  'question/text-not-checked': {
    zh: '现在还不能检查这段文字，先不放到大屏上。请过一会儿再试。',
    en: 'This text cannot be checked yet, so it stays off the boards. Please try again in a moment.',
  },
  'hand/not-raised': { zh: '手已经放下了。', en: 'That hand is already down.' },
  'turn/running': { zh: '有人正在发言。请先结束发言。', en: 'Somebody is speaking. Please end that turn first.' },
  'turn/taken': { zh: '已经有同学说“我来”了。', en: 'Somebody else was first.' },
  'turn/none': { zh: '这次发言已经结束了。', en: 'That turn is already over.' },
  'command/id-reused': { zh: '刚才的操作没有发好。请再点一次。', en: 'That was not sent properly. Please tap again.' },
  'name/empty': { zh: '请填写名字。', en: 'Please enter a name.' },
  'blob/no-image': {
    zh: '这个文件不是能用的图片。请选一张照片，或 JPG、PNG 图片。',
    en: 'This file is not a picture that can be used. Choose a photo, or a JPG or PNG picture.',
  },
  'blob/too-large': {
    zh: '这张图片太大了（最多 5 MB）。请换一张小一点的。',
    en: 'This picture is too large (5 MB at most). Please choose a smaller one.',
  },
  'blob/too-many-pixels': {
    zh: '这张图片的尺寸太大了。请缩小或截图以后再选。',
    en: 'This picture measures too much. Make it smaller or take a screenshot of it, then choose that.',
  },
} as const satisfies Words;
