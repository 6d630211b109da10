import type { Placed } from "../protocol.ts";

/** Asks the sandbox to do something in the visitor's name. */
export async function post<T>(call: string, body: object = {}): Promise<T> {
  const response = await fetch(`/extensions/call/${call}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return read<T>(response);
}

export async function placesAt(target: string, order: string): Promise<Placed[]> {
  const query = new URLSearchParams({ target, path: location.pathname, ...(order === "" ? {} : { order }) });
  return read<Placed[]>(await fetch(`/extensions/places?${query}`));
}

export async function read<T>(response: Response): Promise<T> {
  const answer = (await response.json()) as T & { error?: string };
  if (!response.ok) throw new Error(answer.error ?? `The sandbox answered ${response.status}.`);
  return answer;
}
