import { html } from "../../admin/markup.ts";
import { money } from "../../admin/words.ts";
import { hasExpired } from "../../commerce/gift-cards.ts";
import { toAmount } from "../../commerce/money.ts";
import type { GiftCard } from "../../state/credit-types.ts";
import { act, type Deed } from "../deeds.ts";
import { form } from "../fields.ts";
import { given } from "../form-data.ts";
import type { PanelPage } from "../layout.ts";
import { control, type PanelVisit } from "../visit.ts";
import { PAGE_SIZE, pager, table } from "./lists.ts";

/** Newest first. The sandbox shows whole codes: nobody's money is in them. */
export async function giftCardsPage(visit: PanelVisit): Promise<PanelPage> {
  const after = visit.url.searchParams.get("after");
  const answer = await control<{ "gift-cards": GiftCard[] }>(
    visit,
    `/gift-cards?limit=${PAGE_SIZE}${after ? `&after=${after}` : ""}`,
  );
  const cards = answer["gift-cards"];
  const amount = (card: GiftCard, minor: number) => money(toAmount(minor, card.currency), card.currency);
  return {
    title: "Gift cards",
    main: html`<div class="bar"><span></span><a class="button" href="#new">Issue a gift card</a></div>
      ${table(
        cards,
        [
          { label: "Code", cell: ({ code }) => html`<code>${code}</code>` },
          {
            label: "For",
            cell: ({ customerId: id }) => (id ? html`<a href="/sandbox/customers/${id}">${id}</a>` : "–"),
          },
          { label: "State", cell: (card) => stateOf(visit, card) },
          { label: "Until", cell: ({ expiresOn }) => expiresOn ?? "–" },
          { label: "Issued", numeric: true, cell: (card) => amount(card, card.initialValue) },
          { label: "Left", numeric: true, cell: (card) => amount(card, card.balance) },
        ],
        "No gift cards yet. Issue the first one below, or let the app make some.",
      )}
      ${pager(visit, "after", cards)}
      <div class="forms" id="new">
        ${form(
          visit,
          { action: "/sandbox/gift-cards/issue", title: "Issue a gift card", submit: "Issue" },
          (fields) =>
            html`<div class="grid">
              ${fields.text("amount", "Amount", { placeholder: "25.00" })}
              ${fields.text("code", "Code", { placeholder: "Empty: made up" })}
              ${fields.text("customer", "Customer", { placeholder: "E-mail address; empty: nobody" })}
              ${fields.text("expiresOn", "Last day", { placeholder: "2027-12-31" })}
            </div>`,
        )}
        ${form(visit, { action: "/sandbox/gift-cards/switch-off", title: "Switch one off", submit: "Switch off", critical: true, confirm: "Switch this gift card off? This cannot be undone." }, (fields) => fields.text("giftCard", "Code"))}
      </div>`,
  };
}

function stateOf({ sandbox, shop }: PanelVisit, card: GiftCard): string {
  if (card.deactivatedAt !== null) return "switched off";
  if (hasExpired(card, shop, sandbox.now())) return "expired";
  return card.balance === 0 ? "spent" : "usable";
}

export const issueGiftCard: Deed = async (visit, sent) => {
  const { giftCard } = await act<{ giftCard: GiftCard }>(visit, {
    do: "giftCard.issue",
    amount: sent.required("amount", "Amount"),
    ...given({
      code: sent.text("code"),
      customer: sent.text("customer"),
      expiresOn: sent.text("expiresOn"),
    }),
  });
  return { said: `The gift card ${giftCard.code} was issued.`, next: "/sandbox/gift-cards", silent: true };
};

export const switchOffGiftCard: Deed = async (visit, sent) => {
  await act(visit, { do: "giftCard.deactivate", giftCard: sent.required("giftCard", "Code") });
  return { said: "The gift card was switched off.", next: "/sandbox/gift-cards", silent: true };
};
