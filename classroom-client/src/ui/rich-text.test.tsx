import fc from 'fast-check';
import { expect, test } from 'vitest';
import { render } from '../testing/render.tsx';
import { RichText } from './RichText.tsx';
import { splitFormulas } from './split-formulas.ts';
import { visibleText } from './visible-text.ts';

const text = (said: string) => ({ kind: 'text', text: said });
const formula = (tex: string, display = false) => expect.objectContaining({ kind: 'formula', tex, display });

test.for([
  ['1/2 + 1/2 = ？', [text('1/2 + 1/2 = ？')]],
  ['$5 or $6', [text('$5 or $6')]],
  ['costs $5', [text('costs $5')]],
  ['算 $\\frac{1}{2}$ 吗', [text('算 '), formula('\\frac{1}{2}'), text(' 吗')]],
  ['$x$$y$', [formula('x'), formula('y')]],
  ['看：$$ a^2+b^2 $$好', [text('看：'), formula('a^2+b^2', true), text('好')]],
  ['\\$5 和 $x$', [text('$5 和 '), formula('x')]],
  ['$a\\$b$', [formula('a\\$b')]],
  ['$ x $', [text('$ x $')]],
  ['$$', [text('$$')]],
  ['', []],
] as const)('[BK7] %j', ([said, pieces]) => {
  expect(splitFormulas(said)).toEqual(pieces);
});

test('[BK7] a text without a dollar sign is one piece, and any text is split at once', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (said) => {
      if (!said.includes('$') && said !== '') expect(splitFormulas(said)).toEqual([text(said)]);
      splitFormulas(said);
    }),
  );
  splitFormulas(`${'$a\\'.repeat(100)}${'$'.repeat(300)}`);
  expect(visibleText('算 $\\frac{1}{2}$')).toBe('算 12');
});

// The pages have a doctype; the tests' document has none, and KaTeX asks.
Object.defineProperty(document, 'compatMode', { value: 'CSS1Compat' });

const drawn = async (said: string) => {
  const page = await render(<RichText text={said} />, {});
  await page.act(async () => {
    await import('./formula-engine.tsx');
    await new Promise((resolve) => setTimeout(resolve, 0));
  });
  return page;
};

test('[BK7] a formula is drawn, also for those who listen; what is none stays as it was written', async () => {
  const page = await drawn('算 $\\frac{1}{2}$ 和 $\\frac{$ 和 $\\nonsense{x}$');
  expect(page.all('.katex')).toHaveLength(1);
  expect(page.all('math mfrac')).toHaveLength(1);
  expect(page.text()).toContain('\\nonsense{x}');
  expect(page.text()).toContain('\\frac{$');
});

test('[BK7] a formula loads, links and runs nothing, and does not grow without end', async () => {
  const page = await drawn(
    [
      '$\\href{javascript:alert(1)}{x}$',
      '$\\url{https://evil.test}$',
      '$\\includegraphics{https://evil.test/a.png}$',
      '$\\htmlData{a=b}{x}$',
      '$\\def\\a{\\a\\a}\\a$',
      '$\\rule{500em}{500em}$',
      '<img src=x onerror=alert(1)> $\\text{<script>1</script>}$',
    ].join(' '),
  );
  expect(page.all('a, img, script, [src], [href], [data-a]')).toEqual([]);
  for (const rule of page.all('.rule')) {
    for (const side of ['borderTopWidth', 'borderRightWidth'] as const)
      expect(Number.parseFloat(rule.style[side] || '0')).toBeLessThanOrEqual(10);
  }
  expect(page.text()).toContain('\\def\\a');
});
