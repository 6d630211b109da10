import type { Frame } from "./frame.ts";
import { addressOf } from "./address.ts";
import { refreshCheckout } from "./checkout.ts";
import { post } from "./server.ts";
import { showToast } from "./toast.ts";

/** What a page answers to its frames; a call that is not here is one the sandbox does not play. */
export type Answers = Record<string, (frame: Frame, ...values: never[]) => unknown>;

/** On every page alike. */
export const COMMON: Answers = {
  toast: (_frame, content: string | null) => showToast(content),
  navigate: (_frame, url: string, target?: string) => {
    const address = addressOf(url);
    if (target === "_blank") open(address, "_blank", "noopener");
    else location.assign(address);
  },
  "storage.read": ({ placed }, key: string) => readStored(placed.handle)[key] ?? null,
  "storage.write": ({ placed }, key: string, value: unknown) =>
    writeStored(placed.handle, { ...readStored(placed.handle), [key]: value }),
  "storage.delete": ({ placed }, key: string) => {
    const { [key]: _deleted, ...rest } = readStored(placed.handle);
    writeStored(placed.handle, rest);
  },
  "storage.clear": ({ placed }) => writeStored(placed.handle, {}),
  "storage.entries": ({ placed }) => Object.entries(readStored(placed.handle)),
};

/** On the pages of a shopper, who is known to the server by the page's cookie. */
export const SHOPPER: Answers = {
  ...COMMON,
  token: async () => (await post<{ token: string }>("token")).token,
  "customer-account-api": async (_frame, body: string) => {
    const response = await fetch("/extensions/customer-account-api", { method: "POST", body });
    return response.text();
  },
  "checkout.add-code": (_frame, code: string) => changeCodes("add-code", code),
  "checkout.remove-code": (_frame, code: string) => changeCodes("remove-code", code),
};

async function changeCodes(call: string, code: string): Promise<unknown> {
  const result = await post<{ type: string }>(call, { code });
  document.dispatchEvent(new CustomEvent("extension:checkout-changed"));
  await refreshCheckout();
  return result;
}

export function answer(answers: Answers, frame: Frame, call: string, values: unknown[]): unknown {
  const found = answers[call] as ((frame: Frame, ...values: unknown[]) => unknown) | undefined;
  if (!found) throw new Error(`not in the sandbox: ${call}`);
  return found(frame, ...values);
}

function keyOf(handle: string): string {
  return `extension storage ${handle}`;
}

export function readStored(handle: string): Record<string, unknown> {
  return JSON.parse(localStorage.getItem(keyOf(handle)) ?? "{}") as Record<string, unknown>;
}

export function writeStored(handle: string, values: Record<string, unknown>): void {
  localStorage.setItem(keyOf(handle), JSON.stringify(values));
}
