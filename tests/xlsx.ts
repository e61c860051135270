import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { SaxesParser } from 'saxes';
import { fromBufferPromise } from 'yauzl';

// Reads .xlsx with nothing of what writes it, as another program would: every part well-formed, found
// by the relationships, styles by their numbers.

export type ReadCell = {
  /** As it stands in the sheet: `B7`. */
  at: string;
  kind: 'text' | 'number' | 'empty' | 'formula' | 'other';
  value: string;
  /** Number format, and colours as AARRGGBB; null: none. */
  format: string;
  fill: string | null;
  text: string | null;
  bold: boolean;
};

export type ReadSheet = {
  name: string;
  rows: ReadCell[][];
  frozenRows: number;
  filter: string | null;
  widths: number[];
};

type Node = { name: string; of: Record<string, string>; children: Node[]; text: string };

/** The files of an archive by their names; throws where a sum or a size is not what it says. */
export async function unzip(content: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const archive = await fromBufferPromise(content, { lazyEntries: true });
  for await (const entry of archive.eachEntry()) {
    const file = await buffer(await archive.openReadStreamPromise(entry));
    if (crc32(file) !== entry.crc32) throw new Error(`${entry.fileName} is not what it was.`);
    files.set(entry.fileName, file);
  }
  return files;
}

/** An XML document as a tree; throws where it is not well-formed. */
function tree(xml: string): Node {
  const root: Node = { name: '', of: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name, of: attributes, children: [], text: '' };
    open.at(-1)!.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => (open.at(-1)!.text += text));
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return root.children[0]!;
}

const all = (node: Node | undefined, name: string): Node[] =>
  node?.children.flatMap((child) => (child.name === name ? [child] : all(child, name))) ?? [];
const one = (node: Node | undefined, name: string): Node | undefined => all(node, name)[0];

type Look = Pick<ReadCell, 'format' | 'fill' | 'text' | 'bold'>;

/** How a cell looks, by the number of its format. */
function looksOf(styles: Node): Look[] {
  const formats = new Map(all(styles, 'numFmt').map(({ of }) => [of.numFmtId, of.formatCode]));
  const fonts = one(styles, 'fonts')!.children;
  const fills = one(styles, 'fills')!.children;
  return one(styles, 'cellXfs')!.children.map(({ of }) => {
    const font = fonts[Number(of.fontId)];
    return {
      format: formats.get(of.numFmtId) ?? String(of.numFmtId),
      fill: one(fills[Number(of.fillId)], 'fgColor')?.of.rgb ?? null,
      text: one(font, 'color')?.of.rgb ?? null,
      bold: one(font, 'b') !== undefined,
    };
  });
}

/** What Excel makes of `_x005F_` and its like. */
const decoded = (text: string) =>
  text.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

function cellOf(node: Node, looks: Look[]): ReadCell {
  const kinds: Record<string, ReadCell['kind']> = { inlineStr: 'text', str: 'text', n: 'number' };
  const empty = node.children.length === 0;
  const kind = one(node, 'f') ? 'formula' : empty ? 'empty' : (kinds[node.of.t ?? 'n'] ?? 'other');
  const value = all(node, node.of.t === 'inlineStr' ? 't' : 'v')
    .map(({ text }) => text)
    .join('');
  const look = looks[Number(node.of.s ?? 0)]!;
  return { at: node.of.r ?? '', kind, value: kind === 'text' ? decoded(value) : value, ...look };
}

/** All sheets of a workbook, in order. */
export async function readXlsx(content: Buffer): Promise<ReadSheet[]> {
  const files = await unzip(content);
  const part = (name: string) => tree(files.get(name)!.toString());
  const related = (name: string) => all(part(name), 'Relationship').map(({ of }) => of);
  const ofKind =
    (kind: string) =>
    ({ Type }: Node['of']) =>
      Type!.endsWith(`/${kind}`);
  const workbook = related('_rels/.rels').find(ofKind('officeDocument'))?.Target;
  const parts = related('xl/_rels/workbook.xml.rels');
  const looks = looksOf(part(`xl/${parts.find(ofKind('styles'))!.Target!}`));
  const listed = all(part('[Content_Types].xml'), 'Override').map(({ of }) =>
    of.PartName!.slice(1),
  );
  for (const name of [workbook!, 'xl/styles.xml', ...listed]) {
    if (!files.has(name) || !listed.includes(name)) throw new Error(`${name} is amiss.`);
  }
  return all(part(workbook!), 'sheet').map(({ of }) => {
    const sheet = part(`xl/${parts.find(({ Id }) => Id === of['r:id'])!.Target!}`);
    return {
      name: of.name!,
      rows: all(sheet, 'row').map(({ children }) => children.map((node) => cellOf(node, looks))),
      frozenRows: Number(one(sheet, 'pane')?.of.ySplit ?? 0),
      filter: one(sheet, 'autoFilter')?.of.ref ?? null,
      widths: all(sheet, 'col').map((col) => Number(col.of.width)),
    };
  });
}
