import { attribute, markup, type Content, type Markup } from "./markup.server.ts";
import { addressOf, button, form, part, type PageTerms } from "./page-frame.server.ts";
import type { MembershipWords } from "./texts/membership/membership-words.ts";
import type { Account } from "./use-cases/membership/show-account.ts";

interface Told {
  terms: PageTerms;
  words: MembershipWords;
}

/** Everything a member tells of themselves, and may ask for. */
export function preferences(account: Account, { terms, words }: Told): Content {
  const { page } = words.t;
  const told = { terms, words };
  return [
    account.birthdayAsked ? part(page.birthday, birthday(account, told), "birthday") : null,
    part(page.messages, messages(account, told), "preferences"),
    part(page.picks, recommendations(account, told), "recommendations"),
    account.claimable > 0 ? part(page.claimTitle, claim(account, told), "claim") : null,
    part(
      words.t.feedback.title,
      link(words.t.feedback.why, { href: addressOf(terms, "/feedback"), text: words.t.feedback.link }),
      "feedback",
    ),
    part(page.card, link(page.cardText, { href: addressOf(terms, "/card"), text: page.card }), "card"),
    part(page.data, link(page.dataText, { href: addressOf(terms, "/data"), text: page.dataButton }), "data"),
    account.out
      ? null
      : part(
          page.leave,
          link(page.leaveText, { href: addressOf(terms, "/leave"), text: page.leaveLink }),
          "leave",
        ),
  ];
}

function birthday({ birthday: known }: Account, { terms, words }: Told): Markup {
  const { page } = words.t;
  const months = Array.from({ length: 12 }, (_, place) => place + 1);
  const name = new Intl.DateTimeFormat(terms.asker.language.locale, { month: "long", timeZone: "UTC" });
  const options = months.map(
    (month) =>
      markup`<option value="${month}"${attribute("selected", month === known?.month)}>${name.format(Date.UTC(2024, month - 1, 1))}</option>`,
  );
  const empty = known === null ? markup`<option value="" selected></option>` : null;
  return markup`<p class="perennial-soft">${page.birthdayWhy}</p>${form(
    terms,
    { action: "/birthday" },
    markup`<div class="perennial-fields">
<label class="perennial-field"><span class="perennial-small">${page.day}</span><input type="number" name="day" min="1" max="31" required inputmode="numeric" value="${known?.day}"></label>
<label class="perennial-field"><span class="perennial-small">${page.month}</span><select name="month" required>${empty}${options}</select></label>${button(page.save)}</div>`,
  )}`;
}

/** A box that is not ticked sends nothing: what stands before it then holds. */
function messages(account: Account, { terms, words }: Told): Markup {
  const { page } = words.t;
  return markup`<p class="perennial-soft">${page.messagesWhy}</p>${form(
    terms,
    { action: "/preferences", fields: { messages: "off" } },
    markup`<div class="perennial-actions">
<label class="perennial-check"><input type="checkbox" name="messages" value="on"${attribute("checked", account.messages)}>${page.messagesChoice}</label>${button(page.save)}</div>`,
  )}`;
}

function recommendations(account: Account, { terms, words }: Told): Markup {
  const { page } = words.t;
  return markup`<p class="perennial-soft">${page.picksWhy}</p>${form(
    terms,
    { action: "/preferences", fields: { recommendations: "off" } },
    markup`<div class="perennial-actions">
<label class="perennial-check"><input type="checkbox" name="recommendations" value="on"${attribute("checked", account.recommendations)}>${page.picksChoice}</label>${button(page.save)}</div>`,
  )}`;
}

function claim({ claimable }: Account, { terms, words }: Told): Markup {
  const { page } = words.t;
  return markup`<p class="perennial-soft">${words.counted(page.claim, claimable)}</p>${form(terms, { action: "/claim" }, button(page.claimButton))}`;
}

function link(text: string, { href, text: name }: { href: string; text: string }): Markup {
  return markup`<p class="perennial-soft">${text}</p>
<p><a class="perennial-link" href="${href}">${name}</a></p>`;
}
