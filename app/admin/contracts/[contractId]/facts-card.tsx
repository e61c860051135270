import Link from 'next/link';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Time } from '@/components/ui/time';
import { CONTRACT_LABELS, currencyName } from '@/lib/contracts/labels';
import type { ContractDetails } from '@/lib/contracts/queries';

type FactsCardProps = {
  contract: ContractDetails;
  /** With the way to its people in the list of users. */
  withUsers: boolean;
};

/** What a contract is, and between whom. */
export function FactsCard({ contract, withUsers }: FactsCardProps) {
  const { companyName, name, party1, party2, currency, isPractice, archivedAt } = contract;
  const facts = [
    { label: CONTRACT_LABELS.name, value: name },
    { label: 'Company', value: companyName },
    { label: CONTRACT_LABELS.party1, value: party1 },
    { label: CONTRACT_LABELS.party2, value: party2 },
    { label: CONTRACT_LABELS.currency, value: `${currency} · ${currencyName(currency)}` },
    { label: 'Kind', value: isPractice ? 'Practice' : 'Real' },
    ...(archivedAt ? [{ label: 'Archived', value: <Time at={archivedAt} /> }] : []),
    ...(withUsers ? [{ label: 'Users', value: <UsersLink contractId={contract.id} /> }] : []),
  ];
  return (
    <Card>
      <CardHeader title="Contract" />
      <CardBody>
        <DescriptionList items={facts} />
      </CardBody>
    </Card>
  );
}

const UsersLink = ({ contractId }: { contractId: string }) => (
  <Link
    href={`/admin/users?contract=${contractId}`}
    className="rounded-sm font-medium underline underline-offset-2"
  >
    Show those active on it
  </Link>
);
