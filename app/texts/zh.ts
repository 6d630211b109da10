import { zhAnalytics } from "./zh-analytics.ts";
import { zhHome } from "./zh-home.ts";
import { zhMembers } from "./zh-members.ts";
import { zhProgramme } from "./zh-programme.ts";
import { zhStaff } from "./zh-staff.ts";
import { en } from "./en.ts";

/** Chinese in simplified characters. */
export const zh: typeof en = {
  ...en,
  home: zhHome,
  members: zhMembers.list,
  member: zhMembers.page,
  adjust: zhMembers.adjust,
  programme: zhProgramme,
  staff: zhStaff,
  analytics: zhAnalytics,
};
