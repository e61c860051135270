import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { ActionForm } from '@/components/form/form';
import { PhotoField } from '@/components/form/photo-field';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { changePhotoAction, removePhotoAction } from './actions';

type OwnPhotoProps = { name: string; colour: string | null; photoUrl: string | null };

/** One's photo: to choose, replace or remove. */
export function OwnPhoto({ name, colour, photoUrl }: OwnPhotoProps) {
  return (
    <Card>
      <CardHeader
        title="Photo"
        description="You see it, and the administrators of your company."
        actions={
          photoUrl ? (
            <ConfirmDialog
              trigger={<Button size="sm">Remove photo</Button>}
              title="Remove photo"
              description="Your initials stand in its place."
              verb="Remove photo"
              action={removePhotoAction}
            />
          ) : null
        }
      />
      <CardBody>
        <ActionForm action={changePhotoAction} submitLabel="Save photo" submitVariant="secondary">
          {/* Anew after each change, so that the saved photo takes the place of the chosen one. */}
          <PhotoField key={photoUrl} name={name} colour={colour} photoUrl={photoUrl} />
        </ActionForm>
      </CardBody>
    </Card>
  );
}
