/**
 * What the check of a document says, by its own words with `{1}` in the place of what differs. It speaks English, to whoever
 * writes code; this is for who fills in a form. What is not here is said as the check says it.
 */
export const enFaults: Readonly<Record<string, string>> = {
  'write a decimal in quotes, such as "1.25"': "write a number, such as 1.25",
  'write an amount such as "20.00"': "write an amount, such as 20.00",
  'write a whole number, such as "10"': "write a whole number, such as 10",
  "write a whole number of points, such as 50; a very large one in quotes":
    "write a whole number of points, such as 50",
  "write an instant with its zone, such as 2026-06-01T00:00:00Z": "choose a day and a time",
  'write what the reward is worth, such as "5.00"': "write what the reward is worth, such as 5.00",
  "write for whom it is, such as tiers: [gold]": "choose tiers, or name a tag",
  "is missing, and so is `customerTags`: nobody would have it": "is for nobody yet",
  "does not lie after `from`": "does not lie after the beginning",
  "write a later instant, or remove `from`": "choose a later time, or remove the beginning",
  "write a later instant, or remove one of the two": "choose a later time, or remove one of the two",
  "names only what `exclude` makes worth nothing": "names only what earns nothing anyway",
};
