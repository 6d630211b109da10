import { Fragment } from "react";

/** A sentence of the texts, with what stands between `**` stressed. */
export function Sentence({ children }: { children: string }) {
  return children
    .split("**")
    .map((part, place) =>
      place % 2 === 1 ? <strong key={place}>{part}</strong> : <Fragment key={place}>{part}</Fragment>,
    );
}
