/** What a form holds under a name, without the spaces around it; "" where there is nothing. */
export function fieldsOf(form: FormData): (name: string) => string {
  return (name) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
}

/** Made with the form: however often it is sent, it is one thing. null for what is no such id. */
export function readFormId(typed: string): string | null {
  return /^[\w-]{8,64}$/.exec(typed)?.[0] ?? null;
}
