import type { ShopRow } from "../../db/shops.ts";
import type { Points } from "../../loyalty/points.ts";
import { readPoints } from "../../loyalty/read-points.ts";
import { fieldsOf } from "../read-form.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";
import type { Permission } from "../staff/permissions.ts";
import { blockMember, type Blocked } from "./block-member.ts";
import { eraseMember, type Erased } from "./erase-member.ts";
import { grantReward, type Granted } from "./grant-reward.ts";
import { LONGEST_REASON } from "./longest-reason.ts";
import { mergeMembers, previewMerge, type Merged, type MergePreview } from "./merge-members.ts";
import { reinstatePoints, type Reinstated } from "./reinstate-points.ts";
import { takeBackAdjustment, type AdjustmentTakenBack } from "./take-back-adjustment.ts";
import { takeBackGift, type TakenBack } from "./take-back-gift.ts";

/** What staff may do for one member, besides adjusting their points and changing their redemptions. */
export type MemberDeed =
  | { do: "block" | "unblock"; note: string }
  | { do: "reinstate"; expiry: string; points: Points; reason: string }
  | { do: "grant"; reward: string; key: string }
  | { do: "take-back"; issue: string }
  | { do: "undo-adjustment"; adjustment: string; reason: string }
  | { do: "preview-merge"; other: string }
  | { do: "merge"; other: string }
  | { do: "erase"; typed: string };

export type DeedField = "note" | "points" | "reason" | "reward" | "key" | "other" | "typed";

export type MemberDeedAnswer =
  | Blocked
  | Reinstated
  | Granted
  | TakenBack
  | AdjustmentTakenBack
  | MergePreview
  | Merged
  | Erased
  | { outcome: "faults"; fields: DeedField[] };

const PERMISSIONS: Record<MemberDeed["do"], Permission> = {
  block: "members.manage",
  unblock: "members.manage",
  reinstate: "members.manage",
  grant: "members.manage",
  "take-back": "members.manage",
  "undo-adjustment": "points.adjust",
  "preview-merge": "members.bulk",
  merge: "members.bulk",
  erase: "members.erase",
};

const LONGEST_NOTE = 500;
const LONGEST_NAME = 500;

/** null where the form is about something else. */
export function deedNamedIn(form: FormData): MemberDeed["do"] | null {
  const name = form.get("do");
  return typeof name === "string" && Object.hasOwn(PERMISSIONS, name) ? (name as MemberDeed["do"]) : null;
}

export function permissionFor(name: MemberDeed["do"]): Permission {
  return PERMISSIONS[name];
}

/** What staff filled in, or the fields in which something is wrong. */
export function readDeed(name: MemberDeed["do"], form: FormData): MemberDeed | { faults: DeedField[] } {
  const text = fieldsOf(form);
  switch (name) {
    case "block":
    case "unblock":
      return sound({ note: text("note").length <= LONGEST_NOTE }) ?? { do: name, note: text("note") };
    case "reinstate": {
      const points = readPoints(text("points"));
      const reason = text("reason");
      const isSound = {
        points: points !== null && points > 0n,
        reason: isBetween(reason, 1, LONGEST_REASON),
      };
      return sound(isSound) ?? { do: name, expiry: text("expiry"), points: points ?? 0n, reason };
    }
    case "grant":
      return (
        sound({ reward: text("reward") !== "", key: /^[\w-]{8,64}$/.test(text("key")) }) ?? {
          ...{ do: name, reward: text("reward"), key: text("key") },
        }
      );
    case "take-back":
      return { do: name, issue: text("issue") };
    case "undo-adjustment":
      return (
        sound({ reason: isBetween(text("reason"), 1, LONGEST_REASON) }) ?? {
          ...{ do: name, adjustment: text("adjustment"), reason: text("reason") },
        }
      );
    case "preview-merge":
      return (
        sound({ other: isBetween(text("other"), 1, LONGEST_NAME) }) ?? { do: name, other: text("other") }
      );
    case "merge":
      return sound({ other: /^[1-9]\d{0,17}$/.test(text("other")) }) ?? { do: name, other: text("other") };
    case "erase":
      return (
        sound({ typed: isBetween(text("typed"), 1, LONGEST_NAME) }) ?? { do: name, typed: text("typed") }
      );
  }
}

export function doDeed(
  services: Services,
  shop: ShopRow,
  { memberId, by, deed }: { memberId: string; by: By; deed: MemberDeed },
): Promise<MemberDeedAnswer> {
  switch (deed.do) {
    case "block":
    case "unblock":
      return blockMember(services, shop, { memberId, change: deed.do, note: deed.note, by });
    case "reinstate":
      return reinstatePoints(services, shop, { memberId, by, ...deed });
    case "grant":
      return grantReward(services, shop, { memberId, rewardId: deed.reward, key: deed.key, by });
    case "take-back":
      return takeBackGift(services, shop, { memberId, issueId: deed.issue, by });
    case "undo-adjustment":
      return takeBackAdjustment(services, shop, { memberId, by, ...deed });
    case "preview-merge":
      return previewMerge(services, shop, { keptId: memberId, other: deed.other });
    case "merge":
      return mergeMembers(services, shop, { keptId: memberId, otherId: deed.other, by });
    case "erase":
      return eraseMember(services, shop, { memberId, typed: deed.typed, by });
  }
}

function sound(fields: Partial<Record<DeedField, boolean>>): { faults: DeedField[] } | null {
  const faults = (Object.keys(fields) as DeedField[]).filter((field) => fields[field] !== true);
  return faults.length === 0 ? null : { faults };
}

function isBetween(text: string, least: number, most: number): boolean {
  return text.length >= least && text.length <= most;
}
