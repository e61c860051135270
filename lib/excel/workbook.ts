import { xmlText } from './xml-text';

// What stands around the sheets of a workbook (ECMA-376), by the names of its sheets.

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The name of a sheet: at most 31 characters, without those it cannot have; the second has a 2. */
export function sheetName(name: string, number: number): string {
  const suffix = number > 1 ? ` ${number}` : '';
  return name.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31 - suffix.length) + suffix;
}

type Related = readonly [id: string, type: string, target: string];

const relationships = (parts: readonly Related[]) =>
  `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${parts
    .map(
      ([id, type, target]) =>
        `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

/** _rels/.rels: where the workbook is. */
export const PACKAGE_RELATIONSHIPS = relationships([
  ['workbook', 'officeDocument', 'xl/workbook.xml'],
]);

/** xl/_rels/workbook.xml.rels */
export const workbookRelationships = (sheets: readonly string[]): string =>
  relationships([
    ...sheets.map((_, i): Related => [
      `sheet${i + 1}`,
      'worksheet',
      `worksheets/sheet${i + 1}.xml`,
    ]),
    ['styles', 'styles', 'styles.xml'],
  ]);

/** xl/workbook.xml */
export const workbook = (sheets: readonly string[]): string =>
  `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets
    .map((name, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="sheet${i + 1}"/>`)
    .join('')}</sheets></workbook>`;

/** [Content_Types].xml */
export const contentTypes = (sheets: readonly string[]): string =>
  [
    `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>`,
    ...sheets.map(
      (_, i) =>
        `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
    ),
    '</Types>',
  ].join('');
