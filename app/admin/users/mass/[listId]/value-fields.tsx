import { ColourField } from '@/components/form/colour-field';
import { Field } from '@/components/form/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Textarea } from '@/components/ui/textarea';
import type { BulkField } from '@/lib/bulk/schema';
import type { CompanyOffer } from '@/lib/organisation/choices';
import { NewEndFields } from '../../new-end-fields';
import { ChoiceField } from './choice-field';
import { PlaceField } from './place-field';

type ValueFieldsProps = { field: BulkField; offer: CompanyOffer | undefined };

const Day = ({ hint }: { hint: string }) => (
  <Field label="Day" name="day" hint={hint}>
    <Input type="date" />
  </Field>
);

/** The value a field gets, beside what is done with it. */
export function ValueFields({ field, offer }: ValueFieldsProps) {
  switch (field) {
    case 'active':
      return <NewEndFields />;
    case 'locked':
      return (
        <Field
          label="Reason"
          name="reason"
          hint="Needed to lock; kept and shown to administrators."
        >
          <Textarea rows={2} maxLength={500} />
        </Field>
      );
    case 'start-date':
      return <Day hint="From 00:00 of this day, in the time zone of each user’s company." />;
    case 'end-date':
      return <Day hint="To the end of this day, in the time zone of each user’s company." />;
    case 'colour':
      return <ColourField orNone={false} />;
    case 'place':
      return <PlaceField departments={offer?.departments ?? []} />;
    case 'group':
      return (
        <ChoiceField
          label="Group"
          name="groupId"
          choices={offer?.groups ?? []}
          others={{ label: 'Other groups', choices: offer?.otherGroups ?? [] }}
        />
      );
    case 'role':
      return <ChoiceField label="Platform role" name="roleId" choices={offer?.roles ?? []} />;
    case 'quiz':
      return <ChoiceField label="Quiz" name="quizId" choices={offer?.quizzes ?? []} />;
    case 'sessions':
      return <Notice>Everybody selected is signed out and may sign in again.</Notice>;
    default:
      return null;
  }
}
