import { Link } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { GroupName } from "../../use-cases/segments/conditions.ts";
import type { GroupLine } from "../../use-cases/segments/list-segments.ts";

/** From which recency to which, and from which worth to which, each group reaches: 1 is least. */
const PLACES: Record<GroupName, { recency: [number, number]; worth: [number, number] }> = {
  champions: { recency: [4, 5], worth: [4, 5] },
  "potential-loyalists": { recency: [4, 5], worth: [2, 3] },
  new: { recency: [5, 5], worth: [1, 1] },
  loyal: { recency: [3, 3], worth: [4, 5] },
  promising: { recency: [4, 4], worth: [1, 1] },
  "need-attention": { recency: [3, 3], worth: [3, 3] },
  "about-to-sleep": { recency: [3, 3], worth: [1, 2] },
  "cannot-lose": { recency: [1, 2], worth: [5, 5] },
  "at-risk": { recency: [1, 2], worth: [3, 4] },
  hibernating: { recency: [2, 2], worth: [1, 2] },
  lost: { recency: [1, 1], worth: [1, 2] },
};

/** Further to the right bought later, further up bought more; the more members, the deeper the colour. */
export function GroupMap({ groups, all }: { groups: ReadonlyMap<GroupName, GroupLine>; all: number }) {
  const { t, f } = useWords();
  const words = t.segments.groups;
  const most = Math.max(...[...groups.values()].map(({ members }) => members));
  return (
    <ul className="perennial-group-map" aria-label={words.map}>
      {(Object.keys(PLACES) as GroupName[]).map((group) => {
        const { recency, worth } = PLACES[group];
        const members = groups.get(group)?.members ?? 0;
        const depth = most === 0 ? 0 : Math.round((members / most) * 30);
        return (
          <li
            key={group}
            style={{
              gridColumn: `${recency[0]} / ${recency[1] + 1}`,
              gridRow: `${6 - worth[1]} / ${7 - worth[0]}`,
              background: `color-mix(in srgb, var(--p-color-bg-fill-info) ${depth * 3}%, var(--p-color-bg-surface-secondary))`,
            }}
          >
            <Link
              url={segmentOf(group)}
              monochrome
              removeUnderline
              accessibilityLabel={words.use(words.names[group])}
            >
              {words.names[group]}
            </Link>
            <strong>{f.count(members)}</strong>
            <span>{f.share(String(members / all))}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** Where a segment of a group is begun. */
export function segmentOf(group: GroupName): string {
  return `/app/insight/segments/new?group=${group}`;
}
