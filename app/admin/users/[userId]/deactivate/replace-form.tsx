import Link from 'next/link';
import { Field } from '@/components/form/field';
import { ActionForm } from '@/components/form/form';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { SEAT_LABELS } from '@/lib/contracts/assignments/labels';
import type { SeatSuccessors } from '@/lib/contracts/assignments/queries';
import type { Seat, Seats } from '@/lib/contracts/seats';
import { successorField } from '@/lib/lifecycle/schema';
import type { Person } from '@/lib/users/queries';
import { replaceAndDeactivateAction } from '../../actions';

type ReplaceFormProps = { person: Person; held: Seats; successors: SeatSuccessors[] };

const MOST = 200; // what is shown, and replaced at once

/** Every seat with who may take it over, and one button: the seats move and the person is deactivated. */
export function ReplaceForm({ person, held: { seats, elsewhere }, successors }: ReplaceFormProps) {
  const ready =
    elsewhere === 0 &&
    seats.length < MOST &&
    successors.every(({ candidates }) => candidates.length > 0);
  const rows = seats.map((seat) => (
    <SeatRow
      key={seat.contractId}
      seat={seat}
      ready={ready}
      successors={successors.filter(({ contractId }) => contractId === seat.contractId)}
    />
  ));
  return (
    <Card>
      <CardHeader
        title="Replace and deactivate"
        description="Each seat moves to its successor and the account is deactivated, in one step: both or nothing. Other assignments become inactive, and are kept to be restored."
      />
      <CardBody>
        {elsewhere > 0 ? (
          <Notice tone="warning" className="mb-4" title="Seats outside your scope">
            {elsewhere === 1
              ? 'One more contract is'
              : `${elsewhere.toLocaleString('en')} more contracts are`}{' '}
            of another company. Its administrator, or a superuser, replaces them there first.
          </Notice>
        ) : null}
        {ready ? (
          <ActionForm
            action={replaceAndDeactivateAction}
            hidden={{ userId: person.id }}
            submitLabel="Replace and deactivate"
            submitVariant="danger"
            cancel={<ButtonLink href={`/admin/users/${person.id}`}>Cancel</ButtonLink>}
          >
            {rows}
          </ActionForm>
        ) : (
          <div className="grid gap-4">{rows}</div>
        )}
      </CardBody>
    </Card>
  );
}

type SeatRowProps = { seat: Seat; successors: SeatSuccessors[]; ready: boolean };

function SeatRow({ seat, successors, ready }: SeatRowProps) {
  return (
    <fieldset className="grid gap-3 border-t pt-4 first:border-0 first:pt-0">
      <legend className="float-left mb-1 flex w-full flex-wrap items-center gap-x-2 gap-y-1">
        <Link
          href={`/admin/contracts/${seat.contractId}`}
          className="font-medium underline-offset-2 hover:underline"
        >
          {seat.number}
        </Link>
        <span className="wrap-anywhere text-muted">{seat.name}</span>
        <Badge>Party {seat.party}</Badge>
        {seat.isPractice ? <Badge tone="info">Practice</Badge> : null}
      </legend>
      {successors.map((successor) => (
        <Successor key={successor.seat} {...successor} ready={ready} />
      ))}
    </fieldset>
  );
}

function Successor({ contractId, seat, candidates, ready }: SeatSuccessors & { ready: boolean }) {
  if (candidates.length === 0) {
    return (
      <Notice title={`${SEAT_LABELS[seat]}: nobody can take over`}>
        A successor is active on the contract, of the same party, may enter, and has at least this
        threshold.{' '}
        <Link href={`/admin/contracts/${contractId}`} className="underline underline-offset-2">
          Open the contract
        </Link>{' '}
        to add somebody, then come back here.
      </Notice>
    );
  }
  if (!ready) {
    return (
      <p>
        {SEAT_LABELS[seat]}:{' '}
        <span className="text-muted">
          {candidates.length === 1
            ? `${candidates[0]?.name} can take over`
            : `${candidates.length} people can take over`}
        </span>
      </p>
    );
  }
  return (
    <Field label={SEAT_LABELS[seat]} name={successorField({ contractId, seat })} required>
      <Select defaultValue="">
        <option value="">Choose a successor…</option>
        {candidates.map(({ id, name, email }) => (
          <option key={id} value={id}>
            {name}, {email}
          </option>
        ))}
      </Select>
    </Field>
  );
}
