/** The largest photo that may be uploaded, in bytes (spec §7). */
export const MAXIMUM_PHOTO = 2 * 1024 * 1024;

/** Where a photo is served; the version has a new one shown at once. None without a photo. */
export const photoAddress = (userId: string, version: string | null): string | null =>
  version && `/api/photos/${userId}?v=${version}`;
