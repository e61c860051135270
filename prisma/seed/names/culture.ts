/** A name as it is written, and as it stands in an e-mail address (a to z only). */
export interface Name {
  text: string;
  latin: string;
}

/** The people of one country: what they are called and where their phones live. */
export interface Culture {
  country: string;
  first: Name[];
  last: Name[];
}

// Letters that do not come apart into a base letter and a mark.
const LETTERS: Record<string, string> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
};

const GERMAN_UMLAUTS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue' };

function plain(text: string, country: string): string {
  const lower = text.toLowerCase();
  const spelt =
    country === 'DE' ? lower.replace(/[äöü]/g, (letter) => GERMAN_UMLAUTS[letter]!) : lower;
  return spelt
    .normalize('NFD')
    .replace(/\P{ASCII}/gu, (letter) => LETTERS[letter] ?? '')
    .replace(/[^a-z]/g, '');
}

const split = (list: string) => list.split(',').map((name) => name.trim());

function transliterated(list: string): Name[] {
  return split(list).map((entry) => {
    const cut = entry.lastIndexOf(' ');
    return { text: entry.slice(0, cut).normalize('NFC'), latin: entry.slice(cut + 1) };
  });
}

/** Names in Latin letters, comma separated; the marks fall off in the address. */
export function latinCulture(country: string, first: string, last: string): Culture {
  const names = (list: string) =>
    split(list).map((written) => {
      const text = written.normalize('NFC');
      return { text, latin: plain(text, country) };
    });
  return { country, first: names(first), last: names(last) };
}

/** Names in another script, comma separated, each followed by a blank and its transliteration. */
export function scriptCulture(country: string, first: string, last: string): Culture {
  return { country, first: transliterated(first), last: transliterated(last) };
}
