import pg from 'pg';

const DEPARTMENTS = 10; // of each company
const POSITIONS = 5; // of each department
const GROUPS = 20; // of each company

// What the rows of the file refer to by name.
const STRUCTURE = `
  INSERT INTO departments (company_id, name)
  SELECT c.id, 'Department ' || n FROM companies c, generate_series(1, ${DEPARTMENTS}) AS n;
  INSERT INTO positions (department_id, name)
  SELECT d.id, 'Position ' || n FROM departments d, generate_series(1, ${POSITIONS}) AS n;
  INSERT INTO access_groups (company_id, name)
  SELECT c.id, 'Group ' || n FROM companies c, generate_series(1, ${GROUPS}) AS n;`;

/** Gives every company departments, positions and groups, and has the planner know them. */
export async function fillStructure(databaseUrl: string): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    await client.query(STRUCTURE);
    await client.query('VACUUM (ANALYZE) departments, positions, access_groups');
  } finally {
    await client.end();
  }
}

const HEADERS =
  'First name,Last name,E-mail,Phone,Company,Department,Position,Start,End,Colour,Groups,Notes';

const day = (year: number, n: number) =>
  `${year}-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;

/** The person of this number of a round: every field filled in, as an office would write it. */
const line = (round: number, n: number) =>
  [
    `Олена ${n}`,
    `O'Brien-${n}`,
    `Person.${round}.${n}@Import.Example`,
    `+380 44 ${String(1_000_000 + n).replace(/^(\d{3})(\d\d)/, '$1 $2 ')}`,
    `Company ${1 + (n % 10)}`,
    `Department ${1 + (n % DEPARTMENTS)}`,
    `Position ${1 + (n % POSITIONS)}`,
    day(2026, n),
    day(2028, n),
    '#1e90ff',
    `"Group ${1 + (n % GROUPS)}, Group ${1 + ((n + 7) % GROUPS)}"`,
    '"said ""hi"""',
  ].join(',');

/** A CSV of so many people, nobody of whom is in the file of another round. */
export const peopleFile = (round: number, rows: number): string =>
  [HEADERS, ...Array.from({ length: rows }, (_, n) => line(round, n)), ''].join('\r\n');
