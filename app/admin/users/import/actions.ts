'use server';

import { redirect } from 'next/navigation';
import { adminAction } from '@/lib/auth/action';
import { mapImport, runImport, uploadImport } from '@/lib/imports/commands';
import { importMapping, importRun, importUpload } from '@/lib/imports/schema';

export const uploadImportAction = adminAction(importUpload, async (actor, input) => {
  redirect(`/admin/users/import/${await uploadImport(actor, input)}/columns`);
});

export const mapImportAction = adminAction(importMapping, async (actor, input) => {
  await mapImport(actor, input);
  redirect(`/admin/users/import/${input.importId}`);
});

export const runImportAction = adminAction(importRun, async (actor, input) => {
  await runImport(actor, input);
  redirect(`/admin/users/import/${input.importId}`);
});
