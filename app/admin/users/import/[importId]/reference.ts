import type { PageProps } from '@/lib/auth/page';
import { parse } from '@/lib/auth/parse';
import type { Actor } from '@/lib/core/actor';
import { getImport, type ImportDetails } from '@/lib/imports/queries';
import { importReference } from '@/lib/imports/schema';

/** The import of the page's address; 404 for anybody else's, and for what is no id. */
export async function importOf(actor: Actor, params: PageProps['params']): Promise<ImportDetails> {
  return getImport(actor, parse(importReference, await params).importId);
}
