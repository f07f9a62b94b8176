const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Two plain sentences (Chinese, English) with at most one link between them. */
interface Words {
  readonly zh: string;
  readonly en: string;
  readonly link?: string;
}

const paragraphs = ({ zh, en, link }: Words) => {
  const anchor = link === undefined ? '' : `<p><a href="${escaped(link)}">${escaped(link)}</a></p>`;
  return `<p>${escaped(zh)}</p>${anchor}<p lang="en">${escaped(en)}</p>`;
};

/** A page of plain sentences, for when there is no app to show; `further` stands below the rest. */
export function plainPage({ further, ...words }: Words & { readonly further?: Words | undefined }): string {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><title>同课 Tongke</title>
<style>body{font:22px/1.6 system-ui,sans-serif;max-width:36em;margin:15vh auto;padding:0 24px;background:#FBFAF7;color:#14213D}
a{color:#0B6E69;overflow-wrap:anywhere}p[lang]{color:#51607A;font-size:18px}</style>
${paragraphs(words)}${further ? `<hr>${paragraphs(further)}` : ''}</html>
`;
}
