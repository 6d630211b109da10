/** What stands in a field of the platform. */
export function valueOf(event: Event): string {
  const { currentTarget } = event;
  return currentTarget !== null && "value" in currentTarget ? String(currentTarget.value ?? "") : "";
}
