/** What two editors of one thing wrote, field by field, in words. */
export type Conflict = {
  /** What there is now, for the form to send as what it has seen. */
  seen: string;
  /** `take`: not touched by this editor, so that the other's is proposed. */
  fields: { name: string; label: string; mine: string; theirs: string; take: boolean }[];
};

/** What would change if a form were sent for good: what of, and each change before and after. */
export type Review = {
  title: string;
  changes: { label: string; before: string | null; after: string }[];
}[];

/** What a form's server action answers; safe in the browser. `values` echoes typed text, never passwords. */
export type ActionState = {
  status: 'idle' | 'done' | 'invalid' | 'refused';
  message?: string;
  fields?: Record<string, string>;
  /** A name sent more than once has a list. */
  values?: Record<string, string | string[]>;
  /** Somebody else saved first. */
  versions?: Conflict;
  /** To be looked at before the form is sent for good; none, to go on editing. */
  review?: Review;
  /** Shown this once and kept nowhere in clear: new backup codes. */
  once?: string[];
};

/** The state of a form nobody has sent yet. */
export const idle: ActionState = { status: 'idle' };
