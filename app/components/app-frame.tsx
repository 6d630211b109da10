import { NavMenu } from "@shopify/app-bridge-react";
import { Link, Outlet, useLoaderData, useLocation, useNavigation } from "@remix-run/react";
import { ConnectionNotice } from "./connection-notice.tsx";
import { PageSkeleton } from "./page-skeleton.tsx";
import { useWords } from "./use-words.ts";

/** The menu in Shopify's admin, from what is looked at daily to what is set up once. */
const PLACES = [
  ["members", "/app/members"],
  ["programme", "/app/programme"],
  ["rewards", "/app/rewards"],
  ["analytics", "/app/analytics"],
  ["insight", "/app/insight"],
  ["operations", "/app/operations"],
  ["stores", "/app/stores"],
  ["settings", "/app/settings"],
] as const;

/** What stands around every page: the menu of Shopify's admin, and a skeleton while another page is on its way. */
export function AppFrame() {
  const { t } = useWords();
  const { isAgency } = useLoaderData<{ isAgency: boolean }>();
  const { pathname } = useLocation();
  const { state, location } = useNavigation();
  const leaves = state === "loading" && location.pathname !== pathname;
  return (
    <>
      <NavMenu>
        <Link to="/app" rel="home">
          {t.nav.home}
        </Link>
        {PLACES.filter(([place]) => place !== "stores" || isAgency).map(([place, address]) => (
          <Link key={place} to={address}>
            {t.nav[place]}
          </Link>
        ))}
      </NavMenu>
      <ConnectionNotice />
      <main>{leaves ? <PageSkeleton /> : <Outlet />}</main>
    </>
  );
}
