import { NavMenu } from "@shopify/app-bridge-react";
import { Link, Outlet, useLocation, useNavigation } from "@remix-run/react";
import { PageSkeleton } from "./page-skeleton.tsx";
import { useWords } from "./use-words.ts";

/** What stands around every page: the menu of Shopify's admin, and a skeleton while another page is on its way. */
export function AppFrame() {
  const { t } = useWords();
  const { pathname } = useLocation();
  const { state, location } = useNavigation();
  const leaves = state === "loading" && location.pathname !== pathname;
  return (
    <>
      <NavMenu>
        <Link to="/app" rel="home">
          {t.nav.home}
        </Link>
        <Link to="/app/members">{t.nav.members}</Link>
        <Link to="/app/programme">{t.nav.programme}</Link>
        <Link to="/app/deliveries">{t.nav.deliveries}</Link>
        <Link to="/app/reconciliation">{t.nav.reconciliation}</Link>
        <Link to="/app/move">{t.nav.move}</Link>
      </NavMenu>
      {leaves ? <PageSkeleton /> : <Outlet />}
    </>
  );
}
