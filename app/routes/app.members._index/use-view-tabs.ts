import { useEffect } from "react";
import type { TabProps } from "@shopify/polaris";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import { memberAddress } from "../../use-cases/members/member-query.ts";
import type { ActedOnMembers } from "../../use-cases/members/act-on-members.ts";
import type { ViewTab } from "../../use-cases/members/member-views.ts";
import type { MemberListState } from "./use-member-list.ts";

export interface ViewTabs {
  tabs: TabProps[];
  selected: number;
  select(place: number): void;
  canKeep: boolean;
  /** Keeps the list as it stands as a new view; true once it is sent. */
  keep(name: string): Promise<boolean>;
  /** Of the view that is open and whose filters were changed: keeps the change. null where there is nothing to keep. */
  save: (() => Promise<boolean>) | null;
  /** Why the last wish was refused. */
  refusal: string | null;
}

/** The views as tabs: everybody first, which nobody can change. */
export function useViewTabs(views: ViewTab[], list: MemberListState): ViewTabs {
  const { t } = useWords();
  const words = t.memberList.views;
  const may = useMay();
  const shopify = useAppBridge();
  const fetcher = useFetcher<ActedOnMembers>();
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  useEffect(() => {
    if (answer?.outcome === "view-saved") shopify.toast.show(words.saved);
    if (answer?.outcome === "view-deleted") shopify.toast.show(words.deleted);
    // Each answer is told of once, whatever else is drawn anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [answer]);

  const send = (fields: Record<string, string>) => {
    void fetcher.submit(fields, { method: "post" });
    return Promise.resolve(true);
  };
  const address = memberAddress(list.query).toString();
  const create = (name: string, kept: string) => {
    const view = crypto.randomUUID();
    list.open({ id: view, address: kept });
    return send({ intent: "view-save", view, name, address: kept });
  };
  const place = views.findIndex(({ id }) => id === list.view);
  const open = views[place];
  const canKeep = may("members.manage");
  const isChanged = open !== undefined && open.own && open.address !== address;

  const tabOf = (view: ViewTab): TabProps => ({
    id: view.id,
    content: view.name,
    isLocked: !canKeep,
    actions: [
      ...(view.own
        ? [
            {
              type: "rename" as const,
              onPrimaryAction: (name: string) => send({ intent: "view-rename", view: view.id, name }),
            },
            {
              type: "edit" as const,
              content: view.shared ? words.keep : words.share,
              onAction: () =>
                void send({ intent: "view-share", view: view.id, shared: String(!view.shared) }),
            },
          ]
        : []),
      { type: "duplicate" as const, onPrimaryAction: (name: string) => create(name, view.address) },
      ...(view.own
        ? [
            {
              type: "delete" as const,
              onPrimaryAction: () => {
                list.open(null);
                return send({ intent: "view-delete", view: view.id });
              },
            },
          ]
        : []),
    ],
  });
  return {
    tabs: [{ id: "all", content: t.members.all, isLocked: true }, ...views.map(tabOf)],
    selected: place + 1,
    select: (chosen) => {
      const view = views[chosen - 1];
      list.open(view === undefined ? null : { id: view.id, address: view.address });
    },
    canKeep,
    keep: (name) => create(name, address),
    save:
      isChanged && open !== undefined
        ? () => send({ intent: "view-save", view: open.id, name: open.name, address })
        : null,
    refusal: answer?.outcome === "view-refused" ? words.refused[answer.because] : null,
  };
}
