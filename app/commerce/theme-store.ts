/** Which of our blocks the shop's theme shows, by their names; the same block in several places is one. */
export interface ThemeBlocks {
  /** In sections of any page. */
  blocks: string[];
  /** App embeds that are turned on. */
  embeds: string[];
}

export interface ThemeStore {
  /** Of the theme that visitors see. null where the shop shows none. Throws StoreUnavailable where asking later is right. */
  themeBlocks(shopDomain: string): Promise<ThemeBlocks | null>;
}
