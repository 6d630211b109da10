/** What stands in a field of the platform. */
export function valueOf({ currentTarget }: Event): string {
  const value = currentTarget !== null && "value" in currentTarget ? currentTarget.value : "";
  return typeof value === "string" ? value : "";
}
