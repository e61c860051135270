import 'server-only';
import type { Actor } from '@/lib/core/actor';
import { Prisma } from '@/lib/core/db';
import type { ExportSource } from '@/lib/excel/source';
import type { Outcome } from '@/lib/lifecycle/outcome';
import { changeText, OUTCOMES } from './labels';
import { peopleOfRun, type Run } from './queries';

/** The result of a run as a file (spec §8): everybody, by name, with their outcome and why. */
export function runExport(actor: Actor, run: Run): ExportSource {
  const { from, order } = peopleOfRun(actor, run, { q: '' });
  const change = changeText(run.change, run.given);
  const phase = run.executedAt ? 'after' : 'before';
  return {
    name: 'Mass Update result',
    question: `run=${run.id}`,
    columns: [
      { header: 'Full Name', width: 28 },
      { header: 'Email', width: 32 },
      { header: 'Company', width: 24 },
      { header: 'Change', width: 36 },
      { header: 'Outcome', width: 20 },
      { header: 'Reason', width: 48 },
    ],
    total: Prisma.sql`SELECT count(*) ${from}`,
    query: Prisma.sql`
      SELECT json_build_array(u.first_name || ' ' || u.last_name, u.email,
        (SELECT c.name FROM companies c WHERE c.id = u.company_id),
        coalesce(o.outcome, 'done'), u.colour)::text
      ${from} ORDER BY ${order}`,
    toRow: ([name = null, email = null, company = null, outcome, colour = null]) => {
      const { [phase]: word, why = null } = OUTCOMES[(outcome ?? 'done') as Outcome];
      return { cells: [name, email, company, change, word, why], colour };
    },
  };
}
