const tryDecode = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/**
 * The text of a file as spreadsheets in Chinese schools save it: UTF-8 with or without a mark, UTF-16 with one, else
 * GB18030 (which holds GBK and GB2312). Null when it is none of these.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = utf16 ? tryDecode('utf-16le', bytes) : (tryDecode('utf-8', bytes) ?? tryDecode('gb18030', bytes));
  return text === null || text.includes('\0') ? null : text;
}
