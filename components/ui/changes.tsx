import type { ReactNode } from 'react';
import { fieldLabel, valueLabel } from '@/lib/audit/labels';
import { Time } from './time';

type ChangesProps = { before: unknown; after: unknown };

// Keys of other rows say nothing to a reader.
const KEYS = new Set(['sessionId', 'companyId', 'contractId']);
const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:?\d\d)$/;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function text(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function shown(name: string, value: unknown): ReactNode {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value !== 'string') return text(value);
  return MOMENT.test(value) ? <Time at={value} /> : text(valueLabel(name, value));
}

/**
 * What an event changed, before and after; what stayed the same is left out. What is kept of
 * afterwards alone, such as the contract it was on, stands by itself.
 */
export function Changes({ before, after }: ChangesProps) {
  const [old, young] = [isObject(before) ? before : {}, isObject(after) ? after : {}];
  const names = [...new Set([...Object.keys(old), ...Object.keys(young)])].filter(
    (name) => !KEYS.has(name) && text(old[name]) !== text(young[name]),
  );
  if (names.length === 0) return null;
  return (
    <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 text-sm">
      {names.map((name) => (
        <div key={name} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-muted">{fieldLabel(name)}</dt>
          <dd className="min-w-0 wrap-anywhere">
            {isObject(before) && name in before ? <>{shown(name, old[name])} → </> : null}
            {shown(name, young[name])}
          </dd>
        </div>
      ))}
    </dl>
  );
}
