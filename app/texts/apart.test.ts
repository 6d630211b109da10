import { expect, test } from "vitest";
import { apart } from "./apart.ts";
import { differenceSentence } from "./difference-words.ts";
import { formatsFor } from "./formats.ts";
import { memberName } from "./member-name.ts";
import { textsFor } from "./texts.ts";

const t = textsFor("en");
const f = formatsFor({ locale: "en", currency: "GBP", timezone: "UTC" });

test.each(["محمد علي", "נועה", "Anna محمد", "ދިވެހި"])("%s is isolated", (name) => {
  expect(apart(name)).toBe(`\u2068${name}\u2069`);
});

test.each(["Anna", "Łukasz", "小明", "Ολγα", "🌿 <b>{{ x }}</b>", ""])("%s stands as it is", (name) => {
  expect(apart(name)).toBe(name);
});

test("a member's name from right to left keeps what follows it on its right", () => {
  const member = { id: "7", firstName: "محمد", lastName: null, email: null };
  expect(memberName(member, t)).toBe("\u2068محمد\u2069");
});

test("so do names and values of what a programme says otherwise", () => {
  const difference = { path: "rewards[a].cause", kind: "changed", before: "شجرة", after: "Trees" } as const;
  const names = {
    rewards: { a: { name: "تبرع", kind: "donation", value: null } },
    ...{ tiers: {}, rules: {}, perks: {} },
  } as const;
  expect(differenceSentence(difference, t, f, names)).toBe(
    "The reward **\u2068تبرع\u2069**, for: \u2068شجرة\u2069 becomes **Trees**.",
  );
});
