import type { Frame } from "playwright-core";
import type { AdminStore, ShopName } from "./store.ts";

/** A page of the admin in one of its states. */
export interface AdminPage {
  /** Of the gallery: the part of the admin that the page belongs to. */
  group: string;
  /** What is to be seen. */
  title: string;
  shop: ShopName;
  path: string;
  /** A link on the page at `path` which leads there, where the address has an id in it. */
  link?: string;
  /** What is done on the page before it is looked at. */
  deed?: (app: Frame) => Promise<void>;
}

/** In the order of the menu. */
export function adminPages({ people }: AdminStore): AdminPage[] {
  const past = (group: string, title: string, path: string, more: Partial<AdminPage> = {}): AdminPage => ({
    ...{ group, title, path, shop: "past" },
    ...more,
  });
  const empty = (group: string, path: string): AdminPage => ({
    ...{ group, title: "In a new shop", path, shop: "empty" },
  });
  return [
    past("Home", "With a past", "/app"),
    empty("Home", "/app"),
    past("Members", "The list", "/app/members"),
    past("Members", "Nobody found", "/app/members?query=zzz"),
    empty("Members", "/app/members"),
    past("Member", "With a past", "/app/members", { link: "a[href^='/app/members/']" }),
    past("Member", "A name from right to left", `/app/members/${people.rtl}`),
    past("Member", "A long name", `/app/members/${people.long}`),
    past("Member", "A name with markup", `/app/members/${people.markup}`),
    past("Member", "Without a name", `/app/members/${people.nameless}`),
    past("Member", "Not found", "/app/members/1"),
    past("Programme", "Overview", "/app/programme"),
    empty("Programme", "/app/programme"),
    past("Operations", "Overview", "/app/operations"),
    empty("Operations", "/app/operations"),
    past("Operations", "Deliveries", "/app/deliveries"),
    past("Operations", "No dead letters", "/app/deliveries?state=dead"),
    past("Operations", "Reconciliation", "/app/reconciliation"),
    past("Operations", "Moving", "/app/move"),
    past("Operations", "Activity", "/app/activity"),
    past("Settings", "Overview", "/app/settings"),
    past("Settings", "Staff", "/app/settings/staff"),
    past("Settings", "Data and privacy", "/app/privacy"),
  ];
}
