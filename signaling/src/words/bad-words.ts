import zh from 'naughty-words/zh.json' with { type: 'json' };
import {
  asteriskCensorStrategy,
  createSimpleTransformer,
  DataSet,
  englishDataset,
  englishRecommendedTransformers,
  parseRawPattern,
  RegExpMatcher,
  TextCensor,
  toAsciiLowerCaseTransformer,
} from 'obscenity';

/** On the list, and words of every lesson: biology, physics, family, stories, sport. */
const OF_LESSONS = new Set(
  '乳房 交配 军妓 刚度 包皮 卵子 后庭 处女 外阴 成人 性器 月经 激情 撒尿 祖宗 精子 花柳 野鸡 阳具 阴茎 阴道 阴部 陰莖 靠背 靠腰 他妈 他奶奶 你妈 你娘 你全家 你奶奶 妈妈的 老母 老味 老二 你老味 你老母 你老闆 密洞 小乳头 打飞机 九游 私服 三级片 粉腸 笨實 放荡 肉棒'.split(
    ' ',
  ),
);
/** A list's single characters stand in too many good words (性质, 牛奶, 逼近); these few do not. */
const SINGLE = new Set(['屄', '屌', '肏', '㞗', '𨳒', '𨶙', '閪']);
/** Where a bad word is only the end of another one and the beginning of the next. */
const GOOD = [
  '妈妈的',
  '我妈的',
  '爸妈的',
  '姑妈的',
  '舅妈的',
  '姨妈的',
  '大妈的',
  '干妈的',
  '我娘的',
  '老娘的',
  '大娘的',
  '新娘的',
  '姑娘的',
];
/** What children put between the characters of a word. */
const BETWEEN = /[\s*._\-~·•]/u;

const words = zh
  .filter((word) => !OF_LESSONS.has(word) && ([...word].length > 1 || SINGLE.has(word)))
  // Brackets and question marks mean something in a pattern; no word of the list has any.
  .filter((word) => !/[[\]?|\\]/.test(word));

const chinese = words.reduce(
  (data, word) => data.addPhrase((phrase) => phrase.addPattern(parseRawPattern(word.toLowerCase()))),
  new DataSet(),
);
for (const good of GOOD) chinese.addPhrase((phrase) => phrase.addWhitelistedTerm(good));
/** Words of lessons that the English set knows too, by their stems. */
const english = new DataSet<{ originalWord: string }>()
  .addAll(englishDataset)
  .removePhrasesIf(({ metadata }) => /^(penis|vagina|semen|sex|anus|ejaculate)$/.test(metadata?.originalWord ?? ''));

const withoutBetween = createSimpleTransformer((code) => (BETWEEN.test(String.fromCodePoint(code)) ? undefined : code));
const plain = [withoutBetween, toAsciiLowerCaseTransformer()];
const matchers = [
  new RegExpMatcher({ ...english.build(), ...englishRecommendedTransformers }),
  new RegExpMatcher({ ...chinese.build(), blacklistMatcherTransformers: plain, whitelistMatcherTransformers: plain }),
];
const censor = new TextCensor().setStrategy(asteriskCensorStrategy());

/**
 * The text with bad words of Chinese and English as asterisks. The words are the English set of `obscenity` and the Chinese list of the
 * "List of Dirty, Naughty, Obscene, and Otherwise Bad Words", without what lessons need.
 */
export function withoutBadWords(said: string): string {
  return matchers.reduce((text, matcher) => censor.applyTo(text, matcher.getAllMatches(text)), said);
}
