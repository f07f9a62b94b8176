import { XMLParser } from 'fast-xml-parser';

/** An element: its name, attributes, and what stands in it, in order; a text has the name `#text`. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly inside: readonly XmlNode[];
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
});

type Raw = Readonly<Record<string, unknown>>;

/** Parses XML. Throws on what is none. */
export function xmlTree(xml: string): readonly XmlNode[] {
  return (parser.parse(xml) as Raw[]).map(nodeOf);
}

/** Every element of this name, wherever it stands, in the order of the document. */
export function elements(nodes: readonly XmlNode[], name: string): readonly XmlNode[] {
  return nodes.flatMap((node) => [...(node.name === name ? [node] : []), ...elements(node.inside, name)]);
}

/** All text below. */
export function textOf(nodes: readonly XmlNode[]): string {
  return nodes.map((node) => (node.name === '#text' ? node.text : textOf(node.inside))).join('');
}

function nodeOf(raw: Raw): XmlNode {
  const [name = '', inside] = Object.entries(raw).find(([key]) => key !== ':@') ?? [];
  const attributes = (raw[':@'] ?? {}) as Record<string, string>;
  if (name === '#text') return { name, attributes, text: String(inside), inside: [] };
  return { name, attributes, text: '', inside: Array.isArray(inside) ? inside.map(nodeOf) : [] };
}
