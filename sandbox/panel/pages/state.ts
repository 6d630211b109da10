import { html } from "../../admin/markup.ts";
import type { Deed } from "../deeds.ts";
import { form } from "../fields.ts";
import type { PanelPage } from "../layout.ts";
import { control } from "../visit.ts";
import type { PanelVisit } from "../visit.ts";

/** Keep, bring back and empty everything the sandbox holds. */
export async function statePage(visit: PanelVisit): Promise<PanelPage> {
  const { snapshots } = await control<{ snapshots: string[] }>(visit, "/snapshots");
  return {
    title: "State",
    main: html`<p class="lead">
        All shops, customers, orders and deliveries of the sandbox. What the app itself has stored is not
        touched.
      </p>
      <div class="forms">
        ${form(visit, { action: "/sandbox/state/snapshot", title: "Take a snapshot", submit: "Take it", intro: "Keeps everything as it is now, under a name. One of the same name is replaced." }, (fields) => fields.text("name", "Name", { placeholder: "before-refunds" }))}
        ${form(
          visit,
          {
            action: "/sandbox/state/load",
            title: "Load a snapshot",
            submit: "Load it",
            intro: snapshots.length === 0 ? "There is none yet." : "What happened since then is lost.",
            confirm: "Load the snapshot? What happened since then is lost.",
            critical: true,
          },
          (fields) =>
            snapshots.length > 0 &&
            fields.select(
              "name",
              "Which",
              snapshots.map((name) => [name, name] as const),
            ),
        )}
        ${form(visit, { action: "/sandbox/state/reset", title: "Reset", submit: "Reset everything", critical: true, confirm: "Reset the sandbox? All customers, orders and deliveries are lost.", intro: "Back to one empty shop with the app installed." }, () => null)}
      </div>`,
  };
}

export const takeSnapshot: Deed = async (visit, sent) => {
  const name = sent.required("name", "Name");
  await control(visit, "/snapshots", { method: "POST", body: { name } });
  return { said: `Snapshot “${name}” was taken.`, next: "/sandbox/state", silent: true };
};

export const loadSnapshot: Deed = async (visit, sent) => {
  const name = sent.required("name", "Which");
  await control(visit, `/snapshots/${encodeURIComponent(name)}/load`, { method: "POST" });
  return { said: `Snapshot “${name}” was loaded.`, next: "/sandbox/state", silent: true };
};

export const reset: Deed = async (visit) => {
  await control(visit, "/reset", { method: "POST" });
  return { said: "The sandbox was reset.", next: "/sandbox/state", silent: true };
};
