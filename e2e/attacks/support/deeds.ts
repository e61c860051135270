import type { Deed, Deeds, Doer } from './deeds/deed';
import { OF_ASSIGNMENTS } from './deeds/of-assignments';
import { OF_CONTRACTS } from './deeds/of-contracts';
import { OF_IMPORTS } from './deeds/of-imports';
import { OF_MASS_UPDATES } from './deeds/of-mass-updates';
import { OF_THE_ORGANISATION } from './deeds/of-the-organisation';
import { OF_ONESELF } from './deeds/of-oneself';
import { OF_THE_HOUSE } from './deeds/of-the-house';
import { OF_VIEWS } from './deeds/of-views';
import { OF_VISITORS } from './deeds/of-visitors';
import { ON_PEOPLE } from './deeds/on-people';

/** Every action of the application, by its name in the build. */
const DEEDS: Deeds = {
  ...OF_VISITORS,
  ...OF_VIEWS,
  ...OF_ONESELF,
  ...ON_PEOPLE,
  ...OF_MASS_UPDATES,
  ...OF_THE_HOUSE,
  ...OF_IMPORTS,
  ...OF_CONTRACTS,
  ...OF_ASSIGNMENTS,
  ...OF_THE_ORGANISATION,
};

/** The deed of an action for this doer. An action without one is not classified, and fails. */
export function deedOf(name: string, doer: Doer): Promise<Deed> {
  const prepare = DEEDS[name];
  if (!prepare) throw new Error(`${name} has no deed in support/deeds`);
  return prepare(doer);
}
