/** What a form's server action answers; safe in the browser. `values` echoes typed text, never passwords. */
export type ActionState = {
  status: 'idle' | 'done' | 'invalid' | 'refused';
  message?: string;
  fields?: Record<string, string>;
  values?: Record<string, string>;
  /** Shown this once and kept nowhere in clear: new backup codes. */
  once?: string[];
};

/** The state of a form nobody has sent yet. */
export const idle: ActionState = { status: 'idle' };
