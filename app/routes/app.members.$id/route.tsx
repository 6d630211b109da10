import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { admit, notAllowed, notFound } from "../../admin.server.ts";
import { namesForStaff } from "../../texts/why/own-names.ts";
import { whyLanguage } from "../../texts/why/why-language.ts";
import { whyNotReasons } from "../../texts/why/why-not-words.ts";
import { adjustPoints, readAdjustment } from "../../use-cases/adjust-points.ts";
import { glanceAtPrediction } from "../../use-cases/insight/glance-at-prediction.ts";
import { listGrantable } from "../../use-cases/members/list-grantable.ts";
import { deedNamedIn, doDeed, permissionFor, readDeed } from "../../use-cases/person/member-deed.ts";
import { beyondRounding } from "../../use-cases/person/order-reasons.ts";
import { showTimeline } from "../../use-cases/person/show-timeline.ts";
import { readTimelineQuery } from "../../use-cases/person/timeline-place.ts";
import { programmeLabels } from "../../use-cases/programme-labels.ts";
import { changeRedemption, readRedemptionChange } from "../../use-cases/rewards/change-redemption.ts";
import { listRedemptionsForStaff } from "../../use-cases/rewards/list-redemptions.ts";
import { readMemberId, showMember } from "../../use-cases/show-member.ts";
import { adjustmentLimit } from "../../use-cases/staff/adjustment-limit.ts";
import { namesOfStaff } from "../../use-cases/staff/staff-names.ts";
import { MemberPage } from "./member-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, staff, role, services, locale } = await admit(args);
  const id = readMemberId(args.params.id);
  if (id === null) throw notFound("member");
  const shown = await showMember(services, shop, id);
  if (shown.outcome === "unknown") throw notFound("member");
  if (shown.outcome === "merged") throw redirect(`/app/members/${shown.keptId}`);
  const asked = readTimelineQuery(id, new URL(args.request.url).searchParams);
  const { knownSince } = shown.view.member;
  const timeline = await showTimeline(services, shop, { ...asked, knownSince });
  const language = whyLanguage(locale, { currency: shop.currency, timezone: shop.timezone });
  const labels = await programmeLabels(services, shop, locale);
  const names = namesForStaff(labels);
  const reasons = timeline.entries.flatMap((entry): [string, string[]][] => {
    if (entry.of !== "order" || entry.order.whyNot === null) return [];
    return [[entry.key, whyNotReasons(beyondRounding(entry.order.whyNot), language, names)]];
  });
  return {
    ...shown.view,
    timeline: { ...timeline, kind: asked.kind, isFirst: asked.behind === null },
    reasons: Object.fromEntries(reasons),
    redemptions: await listRedemptionsForStaff(services, shop, id),
    labels,
    grantable: await listGrantable(services, shop, locale),
    limit: await adjustmentLimit(services, shop, { staff, role }),
    staff: await namesOfStaff(services, shop),
    prediction: await glanceAtPrediction(services, shop, id),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { shop, staff, role, may, services } = await admit(args);
  const memberId = readMemberId(args.params.id);
  if (memberId === null) throw notFound("member");
  const form = await args.request.formData();
  const by = { staff, role };
  const name = deedNamedIn(form);
  if (name !== null) {
    if (!may(permissionFor(name))) return notAllowed(permissionFor(name));
    const deed = readDeed(name, form);
    if ("faults" in deed) return { outcome: "faults" as const, fields: deed.faults };
    return doDeed(services, shop, { memberId, by, deed });
  }
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

/** Whoever was erased has no page any more: the list comes next, and a second look would only say that nobody is found. */
export function shouldRevalidate({ actionResult, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  const { outcome } = (actionResult ?? {}) as { outcome?: string };
  return outcome === "erased" ? false : defaultShouldRevalidate;
}

export default function Member() {
  return <MemberPage view={useLoaderData<typeof loader>()} />;
}
