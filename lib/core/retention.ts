/** Days in which the result of a mass update or an import can be looked at; then it is forgotten. */
export const RESULTS_KEPT_DAYS = 30;

/** Hours after which what was prepared and never carried out is forgotten. */
export const UNUSED_KEPT_HOURS = 24;
