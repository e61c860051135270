import { z } from 'zod';
import { idInput } from '@/lib/core/input';
import { MAXIMUM_PHOTO } from './policy';

// What comes for a file field in which nothing was chosen; React names it on the way, browsers do not.
const isNone = (value: unknown) =>
  value === undefined || (value instanceof File && value.size === 0);

/** The optional photo of a form: the file, or null when none was chosen. preparePhoto() reads it. */
export const photoInput = z.preprocess(
  (value) => (isNone(value) ? null : value),
  z
    .file()
    .refine(({ size }) => size <= MAXIMUM_PHOTO, 'The photo is larger than 2 MB.')
    .nullable(),
);

const chosenPhoto = photoInput.transform((photo, context) => {
  if (photo) return photo;
  context.addIssue('Choose a photo first.');
  return z.NEVER;
});

/** A photo of one's own. */
export const ownPhoto = z.strictObject({ photo: chosenPhoto });

/** A photo of somebody. */
export const photoOfPerson = z.strictObject({ userId: idInput(), photo: chosenPhoto });

export type OwnPhoto = z.infer<typeof ownPhoto>;
export type PhotoOfPerson = z.infer<typeof photoOfPerson>;
