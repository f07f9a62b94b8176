import type { Words } from '../words.ts';

/** Words of the run of show and the lesson pack, for boards, phones and the lead teacher. */
export const pack = {
  run: { zh: '课的安排', en: 'Run of show' },
  now: { zh: '现在', en: 'Now' },
  next: { zh: '接下来', en: 'Next' },
  page: { zh: '第 {{page}} / {{pages}} 页', en: 'Page {{page}} of {{pages}}' },
  question: { zh: '题目', en: 'Question' },
  spoken: { zh: '老师口头出的题', en: 'A question that is asked aloud' },
  picture: { zh: '看图答题', en: 'A question about a picture' },
  nothing: { zh: '老师在讲', en: 'The teacher talks' },
  end: { zh: '后面没有了', en: 'Nothing more' },
  // How far a board is with the pack.
  ready: {
    zh: '课件已备好 {{done}}/{{pages}} 页 · {{size}}',
    en: 'Lesson stored: {{done}} of {{pages}} pages, {{size}}',
  },
  readyQuestions: {
    zh: '题目已备好 {{questions}} 道',
    en: '{{questions}} {{questions|question|questions}} stored',
  },
  filling: {
    zh: '课件正在备到大屏 {{done}}/{{pages}} 页 · {{size}}',
    en: 'Storing the lesson: {{done}} of {{pages}} pages, {{size}}',
  },
} as const satisfies Words;
