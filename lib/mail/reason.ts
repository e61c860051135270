const ADDRESS = /[^\s<>@"',;:()[\]]+@[^\s<>@"',;:()[\]]+/g;
const LINK = /[a-z][a-z\d+.-]*:\/\/\S+/gi;
const LONGEST = 300;

/**
 * Why a mail was not taken, fit to be kept and shown: one line, no link (a server may quote the one
 * in the mail, and it is a way in), and no address but the recipient's own.
 */
export const tellable = (message: string, recipient: string): string =>
  message
    .replace(LINK, '(link)')
    .replace(ADDRESS, (found) =>
      found.toLowerCase() === recipient.toLowerCase() ? found : '(address)',
    )
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST);
