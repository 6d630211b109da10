import { useEffect, useState } from "react";

/**
 * What is on its way, once it is there; null until then, and where it never comes. Not `Suspense`: what surrounds all pages
 * changes right after it has come to life, and a boundary that still waits then is thrown away and drawn anew.
 */
export function useLater<T>(wanted: T | Promise<T>): T | null {
  const [come, setCome] = useState<{ of: Promise<T>; found: T } | null>(null);
  useEffect(() => {
    if (!(wanted instanceof Promise)) return;
    let isAwaited = true;
    wanted.then(
      (found) => {
        if (isAwaited) setCome({ of: wanted, found });
      },
      () => undefined,
    );
    return () => {
      isAwaited = false;
    };
  }, [wanted]);
  if (!(wanted instanceof Promise)) return wanted;
  return come?.of === wanted ? come.found : null;
}
