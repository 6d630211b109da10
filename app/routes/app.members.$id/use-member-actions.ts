import type { ActionListItemDescriptor, PageProps } from "@shopify/polaris";
import { useAppBridge } from "@shopify/app-bridge-react";
import { saveFile } from "../../components/save-file.ts";
import { useMay, type Permission } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { ShownView } from "./shown-view.ts";
import type { DeedsState } from "./use-deeds.ts";

interface MemberActions {
  primary: PageProps["primaryAction"];
  others: ActionListItemDescriptor[];
}

/** What the page's own buttons do; what the person may not do says why. */
export function useMemberActions({ member }: ShownView, ask: DeedsState["ask"]): MemberActions {
  const { t } = useWords();
  const may = useMay();
  const shopify = useAppBridge();
  const words = t.person;
  const unlessAllowed = (permission: Permission) =>
    may(permission) ? {} : { disabled: true, helpText: t.staff.notAllowed.why[permission] };
  const save = async (path: string, name: string, failed: string) => {
    if (!(await saveFile(path, name))) shopify.toast.show(failed, { isError: true });
  };
  return {
    primary: {
      content: t.member.adjust,
      onAction: () => ask({ deed: "adjust" }),
      disabled: !may("points.adjust"),
      ...(may("points.adjust") ? {} : { helpText: t.staff.notAllowed.why["points.adjust"] }),
    },
    others: [
      {
        content: words.grant.menu,
        onAction: () => ask({ deed: "grant" }),
        ...unlessAllowed("members.manage"),
      },
      {
        content: t.member.inStore,
        url: `shopify:admin/customers/${member.id}`,
        target: "_top" as const,
      },
      {
        content: t.member.receipt,
        onAction: () =>
          void save(`/app/receipts/${member.id}`, `receipt-${member.id}.html`, t.member.receiptFailed),
        ...unlessAllowed("members.manage"),
      },
      {
        content: words.exported.menu,
        onAction: () =>
          void save(`/app/member-data/${member.id}`, `member-${member.id}.json`, words.exported.failed),
        ...unlessAllowed("members.export"),
      },
      {
        content: words.merge.menu,
        onAction: () => ask({ deed: "merge" }),
        ...unlessAllowed("members.bulk"),
      },
      {
        content: member.blocked ? words.unblock.menu : words.block.menu,
        onAction: () => ask({ deed: member.blocked ? "unblock" : "block" }),
        ...unlessAllowed("members.manage"),
      },
      {
        content: words.erase.menu,
        destructive: true,
        onAction: () => ask({ deed: "erase" }),
        ...unlessAllowed("members.erase"),
      },
    ],
  };
}
