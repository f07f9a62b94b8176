import type { Choice, NewQuestionBody } from '@tongke/shared-types';

/** What the sample school is made of. The names are common ones and belong to nobody. */
export const DEMO = {
  city: '示范小学（城区）',
  village: '示范小学（山乡）',
  admin: '周主任',
  teacher: '李老师',
  assistant: '王老师',
  lesson: '三年级数学 · 认识分数',
  classrooms: [
    {
      name: '三年级一班',
      pupils: [
        '王小明',
        '李思雨',
        '张子涵',
        '刘欣怡',
        '陈浩宇',
        '杨梓萱',
        '赵一诺',
        '黄俊杰',
        '周雨桐',
        '吴天佑',
        '徐可馨',
        '孙博文',
      ],
    },
    {
      name: '三年级二班',
      pupils: [
        '马小龙',
        '朱梦琪',
        '胡宇轩',
        '郭佳怡',
        '何子墨',
        '高诗涵',
        '林志远',
        '罗雨欣',
        '郑浩然',
        '梁静雯',
        '谢嘉豪',
        '宋美玲',
      ],
    },
  ],
} as const;

const ask = (prompt: string, [A, B, C, D]: readonly string[], correct: Choice): NewQuestionBody => ({
  subject: '数学',
  grade: 3,
  points: ['分数'],
  prompt,
  picture: null,
  task: {
    kind: 'single',
    choices: [
      { key: 'A', text: A ?? '' },
      { key: 'B', text: B ?? '' },
      { key: 'C', text: C ?? '' },
      { key: 'D', text: D ?? '' },
    ],
    correct,
  },
  explanation: '',
  readSeconds: 0,
  seconds: 60,
});

/** The questions that the sample lesson's teacher has prepared. */
export const DEMO_QUESTIONS: readonly NewQuestionBody[] = [
  ask('把一个西瓜平均分成 4 份，吃掉 1 份，吃掉了它的几分之几？', ['1/2', '1/4', '3/4', '4/1'], 'B'),
  ask('下面哪个分数最大？', ['1/2', '1/3', '1/5', '1/8'], 'A'),
  ask('2/5 + 1/5 = ？', ['3/10', '2/25', '3/5', '1/5'], 'C'),
  ask('一根绳子长 1 米，剪去 3/10 米，还剩多少？', ['3/10 米', '1/10 米', '6/10 米', '7/10 米'], 'D'),
  ask('一块巧克力有 12 小块，它的 1/3 是几小块？', ['3 块', '4 块', '6 块', '9 块'], 'B'),
];
