import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit, notAllowed, notFound } from "../../admin.server.ts";
import type { WhyNot } from "../../loyalty/why-not.ts";
import { whyLanguage } from "../../texts/why/why-language.ts";
import { whyNotReasons } from "../../texts/why/why-not-words.ts";
import { adjustPoints, readAdjustment } from "../../use-cases/adjust-points.ts";
import { changeRedemption, readRedemptionChange } from "../../use-cases/rewards/change-redemption.ts";
import { listRedemptionsForStaff } from "../../use-cases/rewards/list-redemptions.ts";
import { readMemberPage, showMember } from "../../use-cases/show-member.ts";
import { MemberPage } from "./member-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await admit(args);
  const query = readMemberPage(args.params.id, new URL(args.request.url).searchParams);
  if (query === null) throw notFound("member");
  const shown = await showMember(services, shop, query);
  if (shown.outcome === "unknown") throw notFound("member");
  if (shown.outcome === "merged") throw redirect(`/app/members/${shown.keptId}`);
  const redemptions = await listRedemptionsForStaff(services, shop, query.id);
  const language = whyLanguage("en", { currency: shop.currency, timezone: shop.timezone });
  const reasons = shown.view.orders.rows.map(({ id, whyNot }): [string, string[]] => {
    return [id, whyNot === null ? [] : whyNotReasons(beyondRounding(whyNot), language)];
  });
  return { ...shown.view, redemptions, reasons: Object.fromEntries(reasons) };
}

/** That a part of a point was rounded off stands in the ledger's arithmetic already. */
function beyondRounding(found: WhyNot): WhyNot {
  return { ...found, reasons: found.reasons.filter(({ kind }) => kind !== "rounded") };
}

export async function action(args: ActionFunctionArgs) {
  const { shop, staff, role, may, services } = await admit(args);
  const form = await args.request.formData();
  const memberId = args.params.id ?? "";
  const change = readRedemptionChange(form);
  if (change !== null) {
    if (!may("members.manage")) return notAllowed("members.manage");
    return changeRedemption(services, shop, { ...change, memberId, actor: staff, role });
  }
  if (!may("points.adjust")) return notAllowed("points.adjust");
  const read = readAdjustment(form);
  if (!read.ok) return { outcome: "refused" as const, faults: read.faults };
  return adjustPoints(services, shop, { ...read.adjustment, memberId, actor: staff, role });
}

export default function Member() {
  return <MemberPage view={useLoaderData<typeof loader>()} />;
}
