/** Who makes what the demo shop sells. */
export const NURSERY = "Perennial Nursery";
export const CLAY = "Alder & Clay";
export const TOOLS = "Fieldwork Tools";
export const SEEDS = "Moorland Seeds";
export const TERRACE = "Little Terrace";
