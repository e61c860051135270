/** A day as it stands on paper: "21 November 2026". */
export const dayText = (at: Date): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(at);
