import type { Scene } from "./scene.ts";

/** "Watering Can, 5 l" → "watering-can-5-l"; a handle that is taken gets a number. */
export function freeHandle(scene: Scene, type: "product" | "collection", title: string): string {
  const base =
    title
      .toLowerCase()
      .normalize("NFKD")
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "") || type;
  const documents = scene.collection(type);
  for (let n = 0; ; n += 1) {
    const handle = n === 0 ? base : `${base}-${n}`;
    if (!documents.firstBy("handle", handle)) return handle;
  }
}

/** What is defined in `fields`: an update leaves out what it does not change. */
export function given<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
