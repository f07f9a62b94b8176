import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const DIST = fileURLToPath(new URL('../../classroom-client/dist/', import.meta.url));
const built = (glob: string) =>
  globSync(glob, { cwd: DIST }).map((name) => ({ name, text: readFileSync(`${DIST}${name}`, 'utf8') }));

// The build lowers syntax to Chrome 87 and Safari 14, but adds no function and no property that they do not know.
const NOT_IN_SCRIPTS = [
  /\.(?:at|replaceAll|findLast|findLastIndex|toSorted|toReversed|toSpliced)\(/,
  /Object\.(?:hasOwn|groupBy)\b/,
  /Promise\.(?:any|withResolvers)\(/,
  /Array\.fromAsync\b/,
  /crypto\.randomUUID\b/,
  /(?<!typeof structuredClone==`function`\?)structuredClone\(/,
  /AbortSignal\.(?:timeout|any)\b/,
  /Intl\.(?:ListFormat|Segmenter)\b/,
  /\b(?:WeakRef|BroadcastChannel|requestIdleCallback)\b/,
  /\(\?<[=!]/,
];
const NOT_IN_STYLES = [
  /:has\(|:is\(|:where\(/,
  /@container|@layer|@property|@scope/,
  /\d(?:dvh|svh|lvh|cqw|cqh)\b/,
  /[{;]aspect-ratio:/,
  /[{;]inset(?:-\w+)?:/,
  /[{;](?:accent-color|text-wrap|scrollbar-gutter|translate|rotate|scale):/,
  /color-mix\(|overflow:clip/,
];

test.each(NOT_IN_SCRIPTS)('no built script calls %s', (pattern) => {
  const scripts = built('**/*.js');
  expect(scripts.length).toBeGreaterThan(10);
  expect(scripts.filter(({ text }) => pattern.test(text)).map(({ name }) => name)).toEqual([]);
});

test.each(NOT_IN_STYLES)('no built style sheet has %s', (pattern) => {
  const sheets = built('**/*.css');
  expect(sheets.length).toBeGreaterThan(5);
  expect(sheets.filter(({ text }) => pattern.test(text)).map(({ name }) => name)).toEqual([]);
});

test('gaps are for grids: between flexible boxes Safari 14.0 shows none', () => {
  const rules = built('**/*.css').flatMap(({ text }) => text.match(/[^{}]+\{[^{}]*\}/g) ?? []);
  const classes = (rule: string) => rule.slice(0, rule.indexOf('{')).match(/\.[\w-]+/g) ?? [];
  const grids = new Set(rules.filter((rule) => /display:(?:inline-)?grid/.test(rule)).flatMap(classes));
  const gaps = rules.filter((rule) => /[{;](?:row-|column-)?gap:/.test(rule));
  expect(gaps.length).toBeGreaterThan(10);
  expect(gaps.filter((rule) => !classes(rule).some((name) => grids.has(name)))).toEqual([]);
});
