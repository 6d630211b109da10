import { latestModel } from "../../db/models.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Cluster } from "../../insight/segments/clusters.ts";
import type { Services } from "../services.ts";

export type ClusterLine = Pick<Cluster, "number" | "customers" | "traits">;

export type ClustersView =
  | { state: "never" }
  | { state: "not-enough"; buyers: number; needed: number }
  /** No way to part them was found again in each half of the customers. */
  | { state: "alike"; buyers: number }
  | {
      state: "found";
      clusters: ClusterLine[];
      buyers: number;
      /** From 0 to 1, and how far they stand apart from -1 to 1, beside customers mixed at random. */
      stability: number;
      apart: number;
      apartByChance: number;
    };

export async function clustersView({ db }: Pick<Services, "db">, shop: ShopRow): Promise<ClustersView> {
  const model = await latestModel(db.sql, shop.id, "clusters");
  if (model === null) return { state: "never" };
  const { basis, figures } = model;
  const { buyers } = basis;
  if (basis.reason === "not-enough")
    return { state: "not-enough", buyers, needed: basis.needed?.["buyers"] ?? 0 };
  const clusters = basis["clusters"] as Cluster[];
  if (clusters.length === 0) return { state: "alike", buyers };
  const figure = (name: string) => figures.find((one) => one.name === `clusters.${name}`);
  return {
    ...{ state: "found", buyers },
    clusters: clusters.map(({ number, customers, traits }) => ({ number, customers, traits })),
    stability: figure("stability")?.value ?? 0,
    apart: figure("apart")?.value ?? 0,
    apartByChance: figure("apart")?.base ?? 0,
  };
}
