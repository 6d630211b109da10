import { html, type Markup } from "../../admin/markup.ts";
import { listExtensions, nameIn, type UiExtension } from "../../extension-host/extensions.ts";
import { whereShown } from "../../extension-host/where-shown.ts";
import type { PanelPage } from "../layout.ts";
import type { PanelVisit } from "../visit.ts";
import { table } from "./lists.ts";

interface Place {
  extension: UiExtension;
  target: string;
}

/** Where each of the app's UI extensions can be seen, and what it may do. */
export function extensionsPage({ sandbox }: PanelVisit): Promise<PanelPage> {
  const places = listExtensions(sandbox).flatMap((extension): Place[] =>
    extension.targets.map(({ target }) => ({ extension, target })),
  );
  return Promise.resolve({
    title: "Extensions",
    main: html`<p class="lead">
        Every target of the app's UI extensions, and the page that shows it. Accounts want somebody
        <a href="/account/login?return_to=/customer-account/profile">signed in</a>; the checkout and the till
        take guests too.
      </p>
      ${table(
        places,
        [
          { label: "Extension", cell: ({ extension }) => nameIn(extension, "en") },
          { label: "Target", cell: ({ target }) => html`<code>${target}</code>` },
          { label: "Shown on", cell: shownOn },
          { label: "May", cell: ({ extension }) => extension.capabilities.join(", ") || "–" },
        ],
        "The app has no UI extensions.",
      )}`,
  });
}

function shownOn({ extension, target }: Place): Markup | string {
  const shown = whereShown(extension, target);
  return shown ? html`<a href="${shown.path}">${shown.where}</a>` : "not in the sandbox";
}
