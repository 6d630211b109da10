/** "It is okay, I guess": in the words of `wordsOf` with blanks between. */
const LUKEWARM = [
  "so (?:- )?so",
  "(?:kind of |a bit |very )?meh",
  "nothing (?:special|fancy|extraordinary|spectacular|remarkable|exciting|to (?:write home|shout|get excited|rave) about|more ,? ?nothing less)",
  "(?:ok|okay|alright|all right|fine) ?,? (?:i guess|i suppose|ish|for what it is)",
  "(?<!(?:below|above|than|the) )average",
  "(?:neither|not) (?:good|great) (?:nor|or|, ?(?:and |but )?not) (?:too )?bad",
  "middle of the road|run of the mill|middling|passable|bog standard|mixed bag|hit (?:and|or) miss|mixed feelings",
  "could be better ,? ?(?:but )?(?:it )?could be worse",
  "some (?:people )?(?:like|love)s? (?:it|this|them)? ?,? ?(?:and |but |while )?(?:some|others) (?:people )?(?:do not|hate it|did not)(?: like it)?",
  "take it or leave it|no strong (?:feelings|opinion)(?: either way)?|it is what it is",
];
const PATTERN = new RegExp(`(?<=^| )(?:${LUKEWARM.join("|")})(?= |$)`, "g");
/** A text that says this and no more. */
const ALONE =
  /^(?:it |they |this |that |the [a-z]+ |'s |is |was |are |were |'re |just |only |pretty |quite )*(?:ok|okay|alright|all right|fine)(?: [.!,]+)*$/;
const AROUND = /(?<=^| )(?:ok|okay|alright|all right|fine|just|pretty|quite|only)(?= |$)/g;

/** What is left of a text that says it is neither good nor bad; null where it does not say so. */
export function withoutLukewarm(words: readonly string[]): string[] | null {
  const text = words.join(" ");
  if (ALONE.test(text)) return [];
  const left = text.replace(PATTERN, ",");
  return left === text ? null : left.replace(AROUND, ",").split(" ");
}
