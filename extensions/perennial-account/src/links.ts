/** The page of this app in the customer account, by the handle of its extension. */
export const PAGE = "extension://perennial-account/";
