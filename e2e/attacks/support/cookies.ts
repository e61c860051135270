import type { Answer } from '../../fixtures/ask';

export type SetCookie = { value: string; attributes: string[] };

/** The cookies an answer sets, by name; attributes in lower case, `path=/`. */
export function cookiesOf({ headers }: Answer): Record<string, SetCookie> {
  const given = (headers['set-cookie'] ?? []).map((line) => {
    const [pair = '', ...attributes] = line.split('; ');
    const [name = '', ...value] = pair.split('=');
    return [
      name,
      { value: value.join('='), attributes: attributes.map((one) => one.toLowerCase()) },
    ];
  });
  return Object.fromEntries(given) as Record<string, SetCookie>;
}

/** A `Cookie` header with these. */
export const cookieHeader = (cookies: Record<string, SetCookie>) =>
  Object.entries(cookies)
    .map(([name, { value }]) => `${name}=${value}`)
    .join('; ');
