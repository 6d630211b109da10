import { withoutLaunchParameters } from "./addresses.ts";
import type { StageData } from "./frame/app-stage.ts";
import type { AdminVisit } from "./handle.ts";
import { appIcon } from "./icons.ts";
import { appOriginFor, launchUrl } from "./launch.ts";
import { html, jsonForScript } from "./markup.ts";
import { shellPage } from "./shell.ts";

/** The admin with the app in it, opened at the page the admin's own address names. */
export function appPage(visit: AdminVisit, path: string): Response {
  const { request, sandbox, shop, staff, root, url } = visit;
  const { name, handle } = sandbox.manifest;
  const appOrigin = appOriginFor(request, sandbox);
  const asked = new URL(`${path}${url.search}`, appOrigin);
  const data: StageData = {
    appName: name,
    shop: shop.domain,
    base: `${root}/apps/${handle}`,
    api: `${root}/frame`,
    appOrigin,
    launchUrl: launchUrl(withoutLaunchParameters(asked), staff, shop, appOrigin, sandbox),
  };
  const response = shellPage(visit, {
    title: name,
    section: "app",
    main: html`<div class="app">
      <div class="title-bar">
        ${appIcon()}
        <div id="app-breadcrumb"></div>
        <h1 id="app-title">${name}</h1>
        <div id="app-actions"></div>
      </div>
      <div id="loading" role="progressbar" aria-label="Loading" hidden></div>
      <div id="stage"></div>
      <noscript><p class="empty">The admin needs JavaScript to show apps.</p></noscript>
    </div>`,
    data: html`<script type="application/json" id="stage-data">
      ${jsonForScript(data)}
    </script>`,
  });
  // The page carries a token that lives a minute; going back to it must make a new one.
  response.headers.set("cache-control", "no-store");
  return response;
}
