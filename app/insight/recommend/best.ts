/** The places of the `most` highest values of so many, the highest first; of equal ones the earlier. */
export function bestOf(many: number, most: number, valueOf: (place: number) => number): number[] {
  const places: number[] = [];
  const values: number[] = [];
  for (let place = 0; place < many; place++) {
    const value = valueOf(place);
    if (places.length === most && value <= (values[most - 1] ?? -Infinity)) continue;
    let at = places.length < most ? places.length : most - 1;
    while (at > 0 && (values[at - 1] ?? 0) < value) {
      places[at] = places[at - 1] ?? 0;
      values[at] = values[at - 1] ?? 0;
      at -= 1;
    }
    places[at] = place;
    values[at] = value;
  }
  return places;
}
