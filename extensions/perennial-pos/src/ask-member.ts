import type { LoyaltySummary, ProgrammeSummary } from "../../../app/loyalty/summary.ts";
import type { AppClient, Told } from "../../perennial-shared/app-client.ts";
import { readMember, readProgramme } from "../../perennial-shared/summaries.ts";

export interface Known {
  member: LoyaltySummary | null;
  programme: ProgrammeSummary | null;
}

/** A member's points and the programme they are of. A customer whom the app does not know is no member yet. */
export async function askMember(app: AppClient): Promise<Told<Known>> {
  const [member, programme] = await Promise.all([app.get("member"), app.get("programme")]);
  const rules = programme.ok ? readProgramme(programme.body.programme) : null;
  if (member.ok) return { ok: true, body: { member: readMember(member.body.member), programme: rules } };
  if (member.trouble === "nowhere" && rules !== null)
    return { ok: true, body: { member: null, programme: rules } };
  return member;
}

export interface Holder {
  customer: string;
  member: LoyaltySummary | null;
}

/** Whose card was scanned. */
export async function askHolder(app: AppClient, code: string): Promise<Told<Holder>> {
  const told = await app.get("member", { code });
  if (!told.ok) return told;
  const { customer = "", member } = told.body;
  return { ok: true, body: { customer, member: readMember(member) } };
}
