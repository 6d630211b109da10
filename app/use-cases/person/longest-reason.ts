/** Of what staff write beside a deed: the member reads it in a list. */
export const LONGEST_REASON = 200;
