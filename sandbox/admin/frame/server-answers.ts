import type { ScopesState, StaffProfile } from "../protocol.ts";
import type { Answers } from "./line.ts";
import { fetchJson, pickResources, pickRows } from "./resource-picker.ts";

/** What the frame does not know itself: its server is asked. */
export function serverAnswers(
  api: string,
): Pick<Answers, "idToken" | "user" | "extensions" | "scopes" | "resourcePicker" | "picker"> {
  return {
    idToken: async () =>
      (await fetchJson<{ idToken: string }>(`${api}/id-token`, { method: "POST" })).idToken,
    user: () => fetchJson<StaffProfile>(`${api}/user`),
    extensions: () => fetchJson<unknown[]>(`${api}/extensions`),
    scopes: () => fetchJson<ScopesState>(`${api}/scopes`),
    resourcePicker: (request) => pickResources(request, api),
    picker: pickRows,
  };
}

/** The signed address under which a page of the app is opened in a window of its own. */
export async function askLaunchUrl(api: string, path: string): Promise<string> {
  const search = new URLSearchParams({ path });
  return (await fetchJson<{ url: string }>(`${api}/launch?${search.toString()}`)).url;
}
