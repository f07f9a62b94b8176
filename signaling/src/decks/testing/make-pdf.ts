export interface PdfPage {
  readonly text: string;
  /** What the page's own object says besides. */
  readonly more?: string;
  /** What draws the page is nothing that can be read. */
  readonly broken?: boolean;
}

/** A PDF whose Chinese text names its characters by an encoding alone and brings no font, as many school programs write it. `weight`: so many bytes more. */
export function makePdf(pages: readonly PdfPage[], { catalog = '', trailer = '', weight = 0 } = {}): Buffer {
  const objects: string[] = [];
  const add = (object: string) => `${objects.push(object)} 0 R`;
  const descriptor = add(
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  );
  const cid = add(
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor ${descriptor} /DW 1000 >>`,
  );
  const font = add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [${cid}] >>`,
  );
  const parent = `${objects.length + pages.length * 2 + (weight > 0 ? 2 : 1)} 0 R`;
  const kids = pages.map(({ text, more = '', broken = false }) => {
    const hex = [...text].map((sign) => (sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('');
    const content = `0 0.43 0.41 rg 0 0 960 40 re f 0.08 0.13 0.24 rg BT /F1 72 Tf 80 300 Td <${hex}> Tj ET`;
    const filter = broken ? '/Filter /FlateDecode' : '';
    const stream = add(`<< /Length ${content.length} ${filter} >>\nstream\n${content}\nendstream`);
    return add(
      `<< /Type /Page /Parent ${parent} /MediaBox [0 0 960 540] /Resources << /Font << /F1 ${font} >> >> /Contents ${stream} ${more} >>`,
    );
  });
  if (weight > 0) add(`<< /Length ${weight} >>\nstream\n${'0'.repeat(weight)}\nendstream`);
  const tree = add(`<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`);
  const root = add(`<< /Type /Catalog /Pages ${tree} ${catalog} >>`);
  return written(objects, `/Root ${root} ${trailer}`);
}

function written(objects: readonly string[], trailer: string): Buffer {
  let text = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`;
  return Buffer.from(`${text}${table}trailer << /Size ${size} ${trailer} >>\nstartxref\n${text.length}\n%%EOF`);
}

/** Where a PDF says that it is encrypted (ISO 32000-1, 7.6.3): standard handler, 40 bits, with a password that nobody here knows. */
export const ENCRYPTED = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>]`;
/** A script that would run when the file is opened. */
export const SCRIPT = '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>';
