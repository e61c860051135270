import {
  afterDeactivation,
  CONTRACTS_EACH,
  fillContracts,
  KEY_PERSON_EVERY,
} from './lib/contracts';
import { startExporter, type Exported } from './lib/exported';
import { round } from './lib/figures';
import { startMassLocker, type MassLocked } from './lib/mass';
import type { Outcome } from './lib/outcome';
import { fillWithPeople, userIdOf } from './lib/people';
import { openWorld, type World } from './lib/world';

const PEOPLE = Number(process.argv[3] ?? 100_000); // fewer, to try the bench itself
const COMPANIES = 10;
const STAFF = PEOPLE / COMPANIES; // of the company that is put out
const KEY_PERSONS = STAFF / KEY_PERSON_EVERY;
const SECONDS_AT_MOST = 5;
const MEMORY_AT_MOST = 500; // MB, of the process that exports

type Deactivated = { ours: MassLocked; whole: boolean };

/**
 * Everybody of a company deactivated by a mass update, with five assignments each, but for those who
 * are key persons; and the report of all assignments of ten such companies. The ratio is the worse
 * of the two, each against what it may take.
 */
export async function contracts(): Promise<Outcome> {
  const world = await openWorld();
  await fillWithPeople(world.databaseUrl, 1 + PEOPLE);
  console.error(`Putting ${PEOPLE} people on ${PEOPLE * CONTRACTS_EACH} places of contracts …`);
  await fillContracts(world.databaseUrl, PEOPLE);
  const report = await startExporter(world).ask({ report: true });
  console.error(JSON.stringify(report));
  const deactivated = await deactivate(world);
  return judge(report, deactivated);
}

/** The first company warms up, the second counts. */
async function deactivate(world: World): Promise<Deactivated> {
  const process = startMassLocker(world);
  await process.ask({ companyId: userIdOf(1), deed: 'deactivate' });
  const before = (await afterDeactivation(world.databaseUrl, userIdOf(1))).snapshots;
  const ours = await process.ask({ companyId: userIdOf(2), deed: 'deactivate' });
  const after = await afterDeactivation(world.databaseUrl, userIdOf(2));
  console.error(JSON.stringify({ ...ours, keyPersons: ours.keyPersons.length }));
  const put = STAFF - KEY_PERSONS;
  const whole =
    ours.done === put &&
    after.snapshots - before === put &&
    after.inactive === put * CONTRACTS_EACH &&
    after.contradictions === 0 &&
    after.key.length === KEY_PERSONS &&
    [...ours.keyPersons].sort().join() === [...after.key].sort().join();
  return { ours, whole };
}

function judge(report: Exported, { ours, whole }: Deactivated): Outcome {
  const seconds = (ours.freeze + ours.execute) / 1000;
  const ratio = Math.max(seconds / SECONDS_AT_MOST, report.memory / MEMORY_AT_MOST);
  return {
    ratio: round(ratio, 2),
    target: 1,
    ok: ratio <= 1 && whole && report.rows === PEOPLE * CONTRACTS_EACH,
    figures: {
      deactivateSeconds: round(seconds, 2),
      deactivateSecondsAtMost: SECONDS_AT_MOST,
      freezeMs: round(ours.freeze),
      previewMs: round(ours.preview),
      executeMs: round(ours.execute),
      people: STAFF,
      assignments: STAFF * CONTRACTS_EACH,
      deactivated: ours.done,
      refusedAsKeyPersons: ours.keyPersons.length,
      exactlyThose: whole,
      reportRows: report.rows,
      reportSeconds: round(report.seconds, 1),
      reportMemory: round(report.memory),
      reportMemoryAtMost: MEMORY_AT_MOST,
      reportMegabytes: round(report.megabytes, 1),
    },
  };
}
