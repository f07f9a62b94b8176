import type { Refusal } from '@tongke/shared-types';

/** One plain sentence for each refusal: what is the matter, and what to do. */
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
  'link/unknown': {
    zh: '这个链接不对，可能没有复制完整，或者已被取消。请再要一个新的。',
    en: 'This link is not known: it may be cut short or withdrawn. Please ask for a new one.',
  },
  'link/used': { zh: '这个链接已经用过了。请再要一个新的。', en: 'This link has been used. Please ask for a new one.' },
  'link/expired': { zh: '这个链接过期了。请再要一个新的。', en: 'This link has expired. Please ask for a new one.' },
  'pin/wrong': {
    zh: '六位数字不对，或者过期了。请看大屏上的数字再输一次。',
    en: 'The six digits are wrong or have expired. Look at the board and enter them again.',
  },
  'taken-over': {
    zh: '已经在另一个窗口打开了。要在这里继续，请重新打开这个网页。',
    en: 'This was opened in another window. To go on here, please reload this page.',
  },
  'board/already-here': {
    zh: '这个班已经有一块大屏在用。要换成这一块，请点“换到这块大屏”。',
    en: 'This classroom already has a board. To use this one, tap “Use this board”.',
  },
  'board/removed': {
    zh: '这块大屏已经被管理员移除。请重新配对。',
    en: 'This board was removed by an administrator. Please pair it again.',
  },
  'phone/removed': {
    zh: '这部手机已经被移除。请再扫一次大屏上的码。',
    en: 'This phone was removed. Please scan the board again.',
  },
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
  'turn/none': { zh: '这次发言已经结束了。', en: 'That turn is already over.' },
  'command/id-reused': { zh: '刚才的操作没有发好。请再点一次。', en: 'That was not sent properly. Please tap again.' },
  'media/not-joined': {
    zh: '声音和画面还没连上。正在重连，请稍等。',
    en: 'Sound and video are not connected yet. Reconnecting, please wait.',
  },
  'media/no-turn': { zh: '现在还没轮到这个班发言。', en: 'It is not this classroom’s turn to speak.' },
  'media/camera-not-allowed': {
    zh: '学校没有允许这间教室开摄像头。',
    en: 'The school does not allow a camera in this classroom.',
  },
  'media/covered': {
    zh: '摄像头已遮住。要打开，请点“打开摄像头”。',
    en: 'The camera is covered. To show it, tap “Uncover”.',
  },
  'media/no-such-track': { zh: '这个画面已经停了。', en: 'That picture has stopped.' },
  'media/not-for-you': { zh: '这个画面不给这块屏幕看。', en: 'That picture is not for this screen.' },
  'media/bad-parameters': {
    zh: '声音和画面没有接好。请重新打开这个网页。',
    en: 'Sound and video could not be set up. Please reload this page.',
  },
  'media/unavailable': {
    zh: '声音和画面暂时用不了，正在恢复。答题照常。',
    en: 'Sound and video are down and being restored. Answers go on as usual.',
  },
  'roster/rows': {
    zh: '名单里有几行不对。请照下面的说明改好，再上传。',
    en: 'Some rows of the list are not right. Correct them as shown below and upload again.',
  },
  'roster/encoding': {
    zh: '看不懂这个文件的文字编码。请另存为 UTF-8 的 CSV 再上传。',
    en: 'The text encoding of this file is not known. Save it as a UTF-8 CSV and upload again.',
  },
  'roster/too-many': {
    zh: '名单太长了：一个班最多 80 人。',
    en: 'The list is too long: a classroom has at most 80 pupils.',
  },
  'name/empty': { zh: '请填写名字。', en: 'Please enter a name.' },
  'roster/lesson-running': {
    zh: '这个班正在上课，名单现在不能换。请下课后再上传。',
    en: 'This classroom is in a lesson, so its list cannot change now. Upload it after the lesson.',
  },
  'account/last-admin': {
    zh: '这是最后一位管理员，不能移除。请先邀请另一位管理员；创建这台服务器的账号要一直保留。',
    en: 'The last administrator cannot be removed: invite another one first. The account that set this server up stays.',
  },
  'still-in-use': {
    zh: '还在使用，不能移除。请先结束用到它的课。',
    en: 'This is still in use. Finish the lessons that use it first.',
  },
  'question/rows': {
    zh: '文件里有几道题不对，一道也没有收。请照下面的说明改好，再导入。',
    en: 'Some questions in the file are not right, so none was taken. Correct them as shown below and import again.',
  },
  'question/encoding': {
    zh: '看不懂这个文件。请另存为 UTF-8 的 CSV，或用同课导出的 JSON。',
    en: 'This file cannot be read. Save it as a UTF-8 CSV, or use a JSON that Tongke exported.',
  },
  'question/too-many': {
    zh: '文件太长了：一次最多 2000 道题。请分成几个文件导入。',
    en: 'The file is too long: at most 2,000 questions at once. Please split it.',
  },
  'question/bank-full': {
    zh: '题库满了（5000 道）。请先移除不用的题。',
    en: 'The bank is full (5,000 questions). Please remove some first.',
  },
  'question/picture-unknown': {
    zh: '这张图片已经不在服务器上了。请重新选一次图片。',
    en: 'That picture is no longer on the server. Please choose it again.',
  },
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
} as const satisfies Record<Refusal, { readonly zh: string; readonly en: string }>;
