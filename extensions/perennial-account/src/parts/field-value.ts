/** What a field holds after its event; the platform's types leave the element of the event open. */
export function textIn({ currentTarget }: Event): string {
  return (currentTarget as unknown as { value?: string } | null)?.value ?? "";
}

export function isTicked({ currentTarget }: Event): boolean {
  return (currentTarget as unknown as { checked?: boolean } | null)?.checked ?? false;
}
