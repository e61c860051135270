import { expect, test } from 'vitest';
import { initials } from './initials';

test.each([
  ['Amara Okafor', 'AO'],
  ['  Anna Maria  van Dijk ', 'AD'],
  ['zoë', 'Z'],
  ['Νίκος Παπαδόπουλος', 'ΝΠ'],
  ['𠮷田 太郎', '𠮷太'],
  ['', ''],
])('%s becomes %s', (name, expected) => {
  expect(initials(name)).toBe(expected);
});
