import { deAnalytics } from "./de-analytics.ts";
import { deHome } from "./de-home.ts";
import { deMembers } from "./de-members.ts";
import { deProgramme } from "./de-programme.ts";
import { deStaff } from "./de-staff.ts";
import { en } from "./en.ts";

/** German. */
export const de: typeof en = {
  ...en,
  home: deHome,
  members: deMembers.list,
  member: deMembers.page,
  adjust: deMembers.adjust,
  programme: deProgramme,
  staff: deStaff,
  analytics: deAnalytics,
};
