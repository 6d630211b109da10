import { useWords } from "./use-words.ts";

/** What staff are called, by their number in Shopify, as far as Shopify has told. */
export type StaffNames = Record<string, string>;

/** The name of whoever did something; "Staff member 42" of somebody whom nobody has named. */
export function useStaffName(names: StaffNames): (id: string) => string {
  const { t } = useWords();
  return (id) => names[id] ?? (/^\d+$/.test(id) ? t.common.staff(id) : id);
}

export function StaffName({ id, names }: { id: string; names: StaffNames }) {
  return useStaffName(names)(id);
}
