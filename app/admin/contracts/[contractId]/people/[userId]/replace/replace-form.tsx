import { Field } from '@/components/form/field';
import { ActionForm } from '@/components/form/form';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { PARTY_LABELS, SEAT_LABELS } from '@/lib/contracts/assignments/labels';
import { thresholdText } from '@/lib/contracts/assignments/policy';
import type { AssignmentRow, SeatSuccessors } from '@/lib/contracts/assignments/queries';
import { replaceSeatsAction } from '../../actions';

type ReplaceFormProps = { row: AssignmentRow; seats: SeatSuccessors[] };

/** A successor for each seat somebody holds on a contract, of those who may take it over. */
export function ReplaceForm({ row, seats }: ReplaceFormProps) {
  const { contractId, userId, currency } = row;
  const open = seats.filter(({ candidates }) => candidates.length > 0);
  const back = <ButtonLink href={`/admin/contracts/${contractId}`}>Cancel</ButtonLink>;
  if (seats.length === 0) {
    return (
      <Notice title="Nothing to replace">
        {row.name} is neither approver nor named manager of an open contract here.
      </Notice>
    );
  }
  return (
    <Card className="max-w-160">
      <CardBody className="grid gap-4">
        {seats
          .filter(({ candidates }) => candidates.length === 0)
          .map(({ seat }) => (
            <Notice key={seat} tone="warning" title={`Nobody can take over: ${SEAT_LABELS[seat]}`}>
              {whoCould(row)} Change or add somebody on the contract, then come back.
            </Notice>
          ))}
        {open.length > 0 ? (
          <ActionForm
            action={replaceSeatsAction}
            submitLabel="Replace"
            hidden={{ contractId, fromUserId: userId }}
            cancel={back}
          >
            {open.map(({ seat, candidates }) => (
              <Field key={seat} label={SEAT_LABELS[seat]} name={seat} hint={whoCould(row)}>
                <Select defaultValue="">
                  <option value="">{row.name} stays</option>
                  {candidates.map(({ id, name, email, threshold }) => (
                    <option key={id} value={id}>
                      {name} · {email} · {thresholdText(threshold, currency)} {currency}
                    </option>
                  ))}
                </Select>
              </Field>
            ))}
          </ActionForm>
        ) : (
          <div>{back}</div>
        )}
      </CardBody>
    </Card>
  );
}

const whoCould = ({ party, threshold, currency }: AssignmentRow) =>
  `A successor may enter now, is active on this contract, of ${PARTY_LABELS[party].toLowerCase()}, with a threshold of at least ${thresholdText(threshold, currency)} ${currency}.`;
