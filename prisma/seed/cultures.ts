import { NIGERIAN } from './names/african';
import { ARMENIAN, GEORGIAN, GREEK } from './names/aegean';
import type { Culture } from './names/culture';
import { SERBIAN, UKRAINIAN } from './names/cyrillic';
import { HUNGARIAN, POLISH, ROMANIAN, SWEDISH, TURKISH } from './names/eastern';
import { CHINESE, JAPANESE, KOREAN } from './names/han';
import { INDIAN, THAI, VIETNAMESE } from './names/indic';
import { EGYPTIAN, ISRAELI } from './names/semitic';
import { AMERICAN, BRAZILIAN, FRENCH, GERMAN, SPANISH } from './names/western';

export type { Culture };

/** Everybody whose names we know; the order is part of what a seed fixes. */
export const CULTURES: readonly Culture[] = [
  GERMAN,
  UKRAINIAN,
  AMERICAN,
  FRENCH,
  JAPANESE,
  GREEK,
  BRAZILIAN,
  EGYPTIAN,
  POLISH,
  INDIAN,
  SPANISH,
  VIETNAMESE,
  TURKISH,
  CHINESE,
  ISRAELI,
  SWEDISH,
  KOREAN,
  NIGERIAN,
  SERBIAN,
  THAI,
  HUNGARIAN,
  GEORGIAN,
  ROMANIAN,
  ARMENIAN,
];
