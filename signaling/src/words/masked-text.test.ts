import { describe, expect, it } from 'vitest';
import { maskedText } from './masked-text.ts';

describe('what a board may show of a text', () => {
  const masked = maskedText(['王小明', '欧阳娜娜', '李伟', '阿依古丽·买买提', 'Anna Li', '王小2']);

  it('[QZ14] has no pupil’s name, whole or given, whatever stands between its characters', () => {
    expect(masked('王小明是笨的')).toBe('＊＊是笨的');
    expect(masked('小 明和娜-娜')).toBe('＊＊和＊＊');
    expect(masked('李伟大的发明')).not.toContain('李伟');
    expect(masked('伟大的发明')).toBe('伟大的发明');
    expect(masked('阿依古丽唱歌')).toBe('＊＊唱歌');
    expect(masked('anna likes it')).toBe('＊＊ likes it');
    expect(masked('Savannah')).toBe('Savannah');
    expect(masked('是王小2吗')).toBe('是＊＊吗');
    expect(masked('王小25')).toBe('王小25');
  });

  it('[QZ14] has no bad words, written apart or wide or with other letters', () => {
    for (const bad of ['傻逼', '你是傻 逼', '他妈的', '王八蛋！', '操你妈', '傻*逼', 'fuck', 'ＦＵＣＫ', 'sh1t']) {
      expect(masked(bad), bad).toContain('*');
    }
    expect(masked('他真是个白痴啊')).toBe('他真是个**啊');
  });

  it('[QZ14] keeps what lessons say', () => {
    const lessons = [
      '妈妈的手很温暖',
      '我妈的名字',
      '你妈妈喜欢什么',
      '牛奶和鸡蛋',
      '物体的性质',
      '精子和卵子结合',
      '弹簧的刚度系数',
      '哺乳动物靠乳汁喂养幼崽',
      '野鸡在树上',
      '祖宗留下的火药',
      '靠近电线杆',
      '逼近敌人',
      'The class passed the assessment in Scunthorpe',
      '3.5 cm',
      '1/2 + 1/4 = 3/4',
      '兰州',
    ];
    for (const said of lessons) expect(masked(said)).toBe(said);
  });

  it('[QZ14] needs no names', () => {
    expect(maskedText([])('兰州')).toBe('兰州');
  });
});
