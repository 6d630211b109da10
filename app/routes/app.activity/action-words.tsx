import { Link, Text } from "@shopify/polaris";
import { useStaffName } from "../../components/staff-name.tsx";
import { useWords } from "../../components/use-words.ts";
import { memberName } from "../../texts/member-name.ts";
import type { Texts } from "../../texts/texts.ts";
import type { ActivityView } from "../../use-cases/staff/list-activity.ts";

type Row = ActivityView["rows"][number];
type SubjectKind = NonNullable<Row["subject"]>["kind"];

/** Where a subject has a page; what may be gone since leads to the list it was in. */
const PLACES: Partial<Record<SubjectKind, (id: string) => string>> = {
  member: (id) => `/app/members/${id}`,
  version: (id) => `/app/programme/versions/${id}`,
  draft: () => "/app/programme",
  reward: () => "/app/rewards",
  redemption: (id) => `/app/rewards/codes/${encodeURIComponent(id)}`,
  issue: (id) => `/app/rewards/issues/${encodeURIComponent(id)}`,
  delivery: (id) => `/app/deliveries/${encodeURIComponent(id)}`,
  import: (id) => `/app/move/${id}`,
  segment: (id) => `/app/insight/segments/${id}`,
  feedback: (id) => `/app/insight/feedback/${id}`,
  experiment: (id) => `/app/insight/experiments/${id}`,
  "data-request": () => "/app/privacy",
  staff: () => "/app/settings/staff",
};

/** People know these by what they are kept under; of all else that is a number for machines. */
const BY_ID: readonly SubjectKind[] = ["version", "reward"];

/** What was changed, named and linked. */
export function Subject({ row: { subject, action }, view }: { row: Row; view: ActivityView }) {
  const { t } = useWords();
  const staffName = useStaffName(view.names);
  if (subject === null) return null;
  const text = subjectName(subject, { view, t, staffName });
  const place = PLACES[subject.kind]?.(subject.id);
  // A discarded file and an erased person have no page any more.
  const isGone =
    action === "import.discarded" ||
    action === "experiment.discarded" ||
    action === "feedback.deleted" ||
    (subject.kind === "member" && subject.id.startsWith("-"));
  return place === undefined || isGone ? <Text as="span">{text}</Text> : <Link url={place}>{text}</Link>;
}

function subjectName(
  { kind, id }: NonNullable<Row["subject"]>,
  { view, t, staffName }: { view: ActivityView; t: Texts; staffName(id: string): string },
): string {
  if (kind === "member")
    return memberName({ id, ...(view.members[id] ?? { firstName: null, lastName: null, email: null }) }, t);
  if (kind === "staff") return staffName(id);
  const word = t.activity.subjects[kind];
  return BY_ID.includes(kind) ? `${word} ${id}` : word;
}

/** What else the line says: how many points, which file, from which role to which. */
export function Details({ row: { action, detail } }: { row: Row }) {
  const { t, f } = useWords();
  // A redemption's number tells nobody anything.
  const { from, to, points, members, changed, other, may, redemption: _, ...rest } = detail;
  const settings: Record<string, string> = t.activity.settings;
  const told: Record<string, string> = t.access.may;
  const role = (name: string) =>
    name in t.staff.roles ? t.staff.roles[name as keyof Texts["staff"]["roles"]] : t.activity.byDefault;
  const pointsOf = (count: string) =>
    action === "reward.granted"
      ? t.activity.worth(t.points(count, f.whole(count)))
      : t.points(count.replace("-", ""), f.signed(count));
  const parts = [
    ...(points === undefined ? [] : [pointsOf(points)]),
    ...(members === undefined ? [] : [t.activity.members(members, f.whole(members))]),
    ...(from === undefined || to === undefined ? [] : [t.activity.roleChange(role(from), role(to))]),
    ...(changed === undefined ? [] : changed.split(", ").map((name) => settings[name] ?? name)),
    ...(other === undefined ? [] : [t.common.customer(other)]),
    ...Object.values(rest),
    ...(may === undefined ? [] : may.split(", ").map((scope) => told[scope] ?? scope)),
  ];
  if (parts.length === 0) return null;
  return (
    <Text as="span" variant="bodySm" tone="subdued" breakWord>
      {parts.join(", ")}
    </Text>
  );
}
