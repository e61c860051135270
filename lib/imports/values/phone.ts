import { getCountries, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';

/** The countries whose numbers may be written without theirs. */
export const PHONE_COUNTRIES: readonly string[] = getCountries();

const isCountry = (code: string | null): code is CountryCode =>
  code !== null && PHONE_COUNTRIES.includes(code);

/**
 * A number with its country, where that is certain: after + or 00, or of the country that was said
 * to be meant. Whether it exists is for phoneInput() to say.
 */
export function withCountry(given: string, country: string | null): string {
  const text = given.normalize('NFKC').trim();
  if (/^\(?\+/.test(text)) return text;
  if (/^00[1-9]/.test(text)) return `+${text.slice(2)}`;
  if (!isCountry(country)) return text;
  const found = parsePhoneNumberFromString(text, { defaultCountry: country, extract: false });
  return found && !found.ext ? found.number : text; // an extension would be lost
}
