import { useEffect, useRef, useState, type RefObject } from "react";

/** What the server draws for; the browser corrects it before anybody can compare. */
const UNTIL_MEASURED = 640;

/** How wide an element is, also after the window was turned or resized: letters of a drawing that is scaled would not keep their size. */
export function useWidth(): [RefObject<HTMLDivElement>, number] {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(UNTIL_MEASURED);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const measured = Math.floor(entry?.contentRect.width ?? 0);
      if (measured > 0) setWidth(measured);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [place, width];
}
