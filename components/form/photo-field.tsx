'use client';

import { useEffect, useState, type ChangeEvent } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { FileInput } from '@/components/ui/file-input';
import { MAXIMUM_PHOTO } from '@/lib/photos/policy';
import { Field } from './field';

type PhotoFieldProps = {
  /** Whose photo it is, as far as known: the initials until there is one. */
  name?: string;
  colour?: string | null;
  /** The present photo. */
  photoUrl?: string | null;
};

/** Chooses a photo (field `photo`) and shows it before it is sent; the server checks it. */
export function PhotoField({ name = '', colour = null, photoUrl = null }: PhotoFieldProps) {
  const [preview, setPreview] = useState<string | null>(null);
  const [tooLarge, setTooLarge] = useState(false);
  useEffect(() => () => (preview ? URL.revokeObjectURL(preview) : undefined), [preview]);

  function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0];
    const large = file !== undefined && file.size > MAXIMUM_PHOTO;
    setTooLarge(large);
    setPreview(file && !large ? URL.createObjectURL(file) : null);
  }

  return (
    <div className="flex items-start gap-4">
      <Avatar name={name} colour={colour} photoUrl={preview ?? photoUrl} size="lg" />
      <div className="min-w-0 flex-1">
        <Field
          label="Photo"
          name="photo"
          hint="JPEG or PNG, up to 2 MB, at least 200 × 200 pixels. It is cropped to a square."
          {...(tooLarge && { error: 'The photo is larger than 2 MB. Choose a smaller one.' })}
        >
          <FileInput accept="image/jpeg,image/png" onChange={choose} />
        </Field>
      </div>
    </div>
  );
}
