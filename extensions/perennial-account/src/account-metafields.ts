import type { LoyaltySummary, ProgrammeSummary } from "../../../app/loyalty/summary.ts";
import { readMember, readProgramme } from "../../perennial-shared/summaries.ts";

const ADDRESS = "shopify://customer-account/api/2026-07/graphql.json";

const QUERY = `query PerennialSummaries {
  customer { metafield(namespace: "$app", key: "summary") { value } }
  shop { metafield(namespace: "$app", key: "programme") { value } }
}`;

export interface Kept {
  member: LoyaltySummary | null;
  programme: ProgrammeSummary | null;
}

interface Found {
  data?: {
    customer?: { metafield?: { value: string } | null } | null;
    shop?: { metafield?: { value: string } | null } | null;
  } | null;
}

/**
 * The two summaries as the store keeps them: read of the store, with no request to the app. Nothing where the store does
 * not hand them out; the app is asked then.
 */
export async function readKept(): Promise<Kept> {
  try {
    const response = await fetch(ADDRESS, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ query: QUERY }),
    });
    const { data } = (await response.json()) as Found;
    return {
      member: readMember(data?.customer?.metafield?.value),
      programme: readProgramme(data?.shop?.metafield?.value),
    };
  } catch {
    return { member: null, programme: null };
  }
}
