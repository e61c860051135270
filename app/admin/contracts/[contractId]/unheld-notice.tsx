import { Notice } from '@/components/ui/notice';
import { unheldText, type UnheldSeats } from '@/lib/contracts/labels';
import type { ContractDetails } from '@/lib/contracts/queries';

type UnheldNoticeProps = { contract: ContractDetails; unheld: UnheldSeats };

/** That an open contract lacks an effective approver or named manager; nothing when it has both. */
export function UnheldNotice({ contract, unheld }: UnheldNoticeProps) {
  const text = unheldText(unheld);
  if (contract.archivedAt || !text) return null;
  return (
    <Notice tone="warning" className="mb-4">
      Nobody who may enter is the {text} of this contract.
    </Notice>
  );
}
