import type { Words } from '../words.ts';

/** Words about slides, for those who bring, show and see them. */
export const slides = {
  title: { zh: '课件', en: 'Slides' },
  pageAlt: { zh: '第 {{page}} 页', en: 'Page {{page}}' },
  pageWithQuestion: { zh: '第 {{page}} 页，钉着题目', en: 'Page {{page}}, with a pinned question' },
  emptyPage: { zh: '第 {{page}} 页没有能显示的内容', en: 'Page {{page}} has nothing that could be shown' },
  coming: { zh: '第 {{page}} 页正在传来…', en: 'Page {{page}} is on its way…' },
  pageOf: { zh: '第 {{page}} / {{pages}} 页', en: 'Page {{page}} of {{pages}}' },
  // A teacher's own.
  hint: {
    zh: 'PDF、PPT 或图片，最多 200 MB、300 页。只有你自己看得到；上课时由你放到大屏上。',
    en: 'PDF, PowerPoint or pictures, up to 200 MB and 300 pages. For your eyes only, until you show them in a lesson.',
  },
  upload: { zh: '上传课件', en: 'Upload slides' },
  noOffice: {
    zh: '这台服务器没有装 LibreOffice，读不了 PPT。请先在电脑上另存为 PDF 再上传。',
    en: 'This server has no LibreOffice to read PowerPoint with. Save such files as PDF first.',
  },
  sending: {
    zh: '正在上传 {{percent}}%，请不要关掉这个页面',
    en: 'Uploading, {{percent}} %. Please keep this page open',
  },
  stop: { zh: '停止', en: 'Stop' },
  search: { zh: '找课件', en: 'Search' },
  searchHint: { zh: '名字、页面或备注里的词', en: 'Words of a title, page or note' },
  empty: {
    zh: '还没有课件。点“上传课件”，选一个 PDF、PPT 或几张图片。',
    en: 'No slides yet. Upload a PDF, a PowerPoint or pictures.',
  },
  noneFound: { zh: '没有找到这样的课件。换个词再找找。', en: 'No slides are like that. Try other words.' },
  uploading: { zh: '只传了 {{percent}}%', en: 'Only {{percent}} % arrived' },
  goOn: { zh: '选同一个文件，继续上传', en: 'Choose the same file to go on' },
  otherFile: { zh: '这不是刚才那个文件，大小不一样。', en: 'This is another file: its size is not the same.' },
  waiting: { zh: '排队等候转换', en: 'Waiting to be converted' },
  converting: { zh: '正在转换，好了 {{done}} 页', en: 'Converting, {{done}} {{done|page|pages}} done' },
  pages: { zh: '{{pages}} 页', en: '{{pages}} {{pages|page|pages}}' },
  found: { zh: '在第 {{list}} 页', en: 'on page {{list}}' },
  animated: {
    zh: '第 {{list}} 页的动画没有保留。上课放到那里时，可以改用共享屏幕。',
    en: 'Animations of page {{list}} are lost. For such a page, share your screen in the lesson.',
  },
  emptyPages: {
    zh: '第 {{list}} 页没有能显示的内容，其他页照常。',
    en: 'Page {{list}} could not be drawn; the others are fine.',
  },
  listComma: { zh: '、', en: ', ' },
  open: { zh: '看看', en: 'Look' },
  rename: { zh: '改名', en: 'Rename' },
  name: { zh: '名字', en: 'Title' },
  save: { zh: '保存', en: 'Save' },
  removeSure: { zh: '移除这个课件？移除以后找不回来。', en: 'Remove these slides? They cannot be brought back.' },
  // Looked at from near.
  notes: { zh: '备注（只有你看得到）', en: 'Notes, for you alone' },
  pinned: { zh: '钉在这一页的题', en: 'Questions pinned to this page' },
  pinHint: {
    zh: '上课翻到这一页，会问你要不要打开；不会自己打开。',
    en: 'In the lesson, turning to this page offers them. None opens by itself.',
  },
  pin: { zh: '钉到这一页', en: 'Pin to this page' },
  unpin: { zh: '拿下', en: 'Unpin' },
  fromBank: { zh: '从我的题库里选', en: 'From my questions' },
  // In a lesson.
  choose: { zh: '选课件', en: 'Choose slides' },
  none: { zh: '这堂课还没有选课件。', en: 'No slides chosen for this lesson.' },
  chosen: { zh: '已选：{{title}}', en: 'Chosen: {{title}}' },
  noReady: {
    zh: '还没有可以用的课件。请先上传一个；转换好了，这里就能选。',
    en: 'No slides are ready. Upload some; once they are converted they can be chosen here.',
  },
  previous: { zh: '上一页', en: 'Previous' },
  next: { zh: '下一页', en: 'Next' },
  putAway: { zh: '收起', en: 'Put away' },
  bringBack: { zh: '放回大屏', en: 'Show again' },
  openQuestion: { zh: '打开这道题', en: 'Open this question' },
  others: { zh: '换一个课件', en: 'Other slides' },
} as const satisfies Words;
