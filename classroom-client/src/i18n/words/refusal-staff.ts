import type { Words } from '../words.ts';
import { refusal } from './refusal.ts';

/** Sentences for what only staff, boards and phones are refused: a tablet does not download them. */
const only = {
  'link/unknown': {
    zh: '这个链接不对，可能没有复制完整，或者已被取消。请再要一个新的。',
    en: 'This link is not known: it may be cut short or withdrawn. Please ask for a new one.',
  },
  'link/used': { zh: '这个链接已经用过了。请再要一个新的。', en: 'This link has been used. Please ask for a new one.' },
  'draw/nobody': { zh: '现在没有在线的学生可以抽。', en: 'Nobody is here who could be drawn.' },
  'floor/wrong-number': { zh: '请选两个班；多班讨论最多六个。', en: 'Choose two classes; a panel takes up to six.' },
  'pin/wrong': {
    zh: '六位数字不对，或者过期了。请看大屏上的数字再输一次。',
    en: 'The six digits are wrong or have expired. Look at the board and enter them again.',
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
  'ink/no-pen': {
    zh: '老师还没把笔交给这个班，或者已经收回。',
    en: 'The teacher has not given this classroom the pen, or took it back.',
  },
  'ink/not-shown': {
    zh: '这一页已经不在屏幕上，这一笔没有写上。',
    en: 'That page is not on the screens any more; the stroke was not taken.',
  },
  'ink/other-half': {
    zh: '这半边是另一个班的。请写在自己的半边。',
    en: 'That half is the other class’s. Write on your own.',
  },
  'ink/not-yours': { zh: '这是别人写的，擦不掉。', en: 'Somebody else drew that; it cannot be erased here.' },
  'ink/page-full': {
    zh: '这一页写满了。请清空，或者换一张白纸。',
    en: 'This page is full. Clear it, or take a blank one.',
  },
  'ink/lesson-full': {
    zh: '这堂课写的已经太多，不能再写了。请直接讲。',
    en: 'This lesson has taken all the ink it can. Please go on in words.',
  },
  'ink/two-for-sides': { zh: '左右对比要正好两个班。', en: 'Side by side takes exactly two classes.' },
  'paper/too-many': {
    zh: '白纸和照片已经够多了。请用前面的。',
    en: 'There are enough papers. Please use one of them.',
  },
  'paper/unknown': { zh: '没有这张纸。', en: 'There is no such paper.' },
  'screen/taken': {
    zh: '现在别人正在投屏。等那边停了再投。',
    en: 'Somebody else is sharing a screen. Wait until that has stopped.',
  },
  'screen/none': { zh: '投屏已经停了。', en: 'The sharing has stopped.' },
  'lead/here': { zh: '主讲老师已经回来了。', en: 'The lead teacher is back.' },
  'lead/second-away': { zh: '这位老师现在不在课里。', en: 'This teacher is not in the lesson now.' },
  'lead/second-first': {
    zh: '第二位老师在课里，先请这位老师带；过二十秒还没有人带，您就可以带。',
    en: 'A second teacher is here and comes first. If nobody leads after twenty seconds, you may.',
  },
  'lead/taken': { zh: '别的老师已经在带了。', en: 'Another teacher leads already.' },
  'word/gone': { zh: '这句话已经收起来了。', en: 'That message has gone already.' },
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
  'deck/none': { zh: '这堂课还没有选课件。请先选一个。', en: 'This lesson has no slides yet. Choose some first.' },
  'deck/no-such-page': { zh: '课件里没有这一页。', en: 'The slides have no such page.' },
  'deck/not-ready': {
    zh: '这个课件还没有转换好。请等一等，或者换一个。',
    en: 'These slides are not ready yet. Wait a little, or choose others.',
  },
  'deck/unknown-kind': {
    zh: '这个文件不能做课件。请用 PDF、PPTX、PPT、ODP，或者 JPG、PNG、WebP 图片。',
    en: 'This file cannot become slides. Use a PDF, PPTX, PPT or ODP, or JPG, PNG or WebP pictures.',
  },
  'deck/encrypted': {
    zh: '这个文件有密码。请去掉密码，另存一份，再上传。',
    en: 'This file has a password. Save a copy without one and upload that.',
  },
  'deck/script': {
    zh: '这个文件里有脚本或宏，为了安全没有收。请另存为普通 PDF 再上传。',
    en: 'This file carries scripts or macros, so it was not taken. Save it as a plain PDF and upload that.',
  },
  'deck/broken': {
    zh: '这个文件打不开，可能坏了。请在电脑上打开看看，另存为 PDF 再上传。',
    en: 'This file cannot be opened and may be damaged. Open it on your computer, save it as a PDF and upload that.',
  },
  'deck/too-many-pages': {
    zh: '页数太多了：一个课件最多 300 页。请分成几个文件。',
    en: 'Too many pages: slides have 300 at most. Please split the file.',
  },
  'deck/unpacks-too-large': {
    zh: '这个文件展开以后太大，没有收。请另存为 PDF 再上传。',
    en: 'This file unpacks to too much, so it was not taken. Save it as a PDF and upload that.',
  },
  'deck/no-office': {
    zh: '这台服务器没有装 LibreOffice，读不了 PPT。请在电脑上另存为 PDF 再上传，或请管理员安装。',
    en: 'This server has no LibreOffice to read PowerPoint with. Save it as a PDF and upload that, or ask the administrator to install it.',
  },
  'deck/too-slow': {
    zh: '转换用了太久，已经停下。请另存为 PDF 再上传。',
    en: 'The conversion took too long and was stopped. Save it as a PDF and upload that.',
  },
  'deck/several-files': {
    zh: '几个文件一起上传时，只能都是图片。PDF 和 PPT 请一个一个上传。',
    en: 'Several files at once must all be pictures. Upload a PDF or PowerPoint by itself.',
  },
  'deck/shelf-full': {
    zh: '课件太多了（200 个）。请先移除不用的。',
    en: 'There are too many slide decks (200). Please remove some first.',
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
} as const satisfies Words;

/** Every refusal there is. */
export const refusalStaff = { ...refusal, ...only } as const satisfies Words;
