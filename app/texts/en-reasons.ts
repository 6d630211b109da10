/**
 * Why a row of another app's file, a whole file, or a delivery of the store cannot be taken in: by the app's own words,
 * which are English and also stand in its logs, with `{1}` in the place of what differs. English says them as they are.
 */
export const enReasons: Readonly<Record<string, string>> = {};
