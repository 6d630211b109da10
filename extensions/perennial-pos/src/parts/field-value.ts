/** What a field holds after its event; the platform's types leave the element of the event open. */
export function textIn({ currentTarget }: { currentTarget: unknown }): string {
  return (currentTarget as { value?: string } | null)?.value ?? "";
}
