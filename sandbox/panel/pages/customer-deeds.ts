import { customerName } from "../../admin/words.ts";
import type { CustomerFields } from "../../commerce/actions.ts";
import type { Customer } from "../../state/types.ts";
import { act } from "../deeds.ts";
import type { Deed, Done } from "../deeds.ts";
import type { Sent } from "../form-data.ts";
import { control } from "../visit.ts";

interface Outcome {
  customer: Customer;
}

export const createCustomer: Deed = async (visit, sent) => {
  const { customer } = await act<Outcome>(visit, { do: "customer.create", ...readFields(sent) });
  return onCustomer(customer, `${customerName(customer)} is now a customer.`);
};

export const updateCustomer: Deed = async (visit, sent, id) => {
  const { customer } = await act<Outcome>(visit, {
    do: "customer.update",
    customer: id,
    ...readFields(sent),
  });
  return onCustomer(customer, `${customerName(customer)} was changed.`);
};

export const requestData: Deed = async (visit, _sent, id) => {
  const customer = await control<Customer>(visit, `/customers/${id}`);
  await act(visit, { do: "privacy.requestData", customer: id });
  return onCustomer(customer, `The data of ${customerName(customer)} was requested.`);
};

export const redactCustomer: Deed = async (visit, _sent, id) => {
  const customer = await control<Customer>(visit, `/customers/${id}`);
  await act(visit, { do: "privacy.redact", customer: id });
  return { said: `${customerName(customer)} was redacted.`, next: "/sandbox/customers" };
};

export const mergeCustomer: Deed = async (visit, sent, id) => {
  const removed = await control<Customer>(visit, `/customers/${id}`);
  const keep = sent.required("keep", "Customer who is kept");
  const { customer } = await act<Outcome>(visit, { do: "customer.merge", keep, remove: id });
  return onCustomer(customer, `${customerName(removed)} was merged into ${customerName(customer)}.`);
};

export const deleteCustomer: Deed = async (visit, _sent, id) => {
  const customer = await control<Customer>(visit, `/customers/${id}`);
  await act(visit, { do: "customer.delete", customer: id });
  return { said: `${customerName(customer)} was deleted.`, next: "/sandbox/customers" };
};

export const changeStoreCredit: Deed = async (visit, sent, id) => {
  const customer = await control<Customer>(visit, `/customers/${id}`);
  const amount = sent.required("amount", "Amount");
  const said = (what: string) => onCustomer(customer, `${amount} of store credit ${what}.`);
  if (sent.text("way") === "debit") {
    await act(visit, { do: "storeCredit.debit", customer: id, amount });
    return { ...said(`was taken from ${customerName(customer)}`), silent: true };
  }
  const expiresAt = sent.text("expiresAt");
  const more = expiresAt === undefined ? {} : { expiresAt };
  await act(visit, { do: "storeCredit.credit", customer: id, amount, ...more });
  return { ...said(`was given to ${customerName(customer)}`), silent: true };
};

function onCustomer(customer: Customer, said: string): Done {
  return { said, next: `/sandbox/customers/${customer.id}` };
}

/** An emptied field empties what is stored. */
function readFields(sent: Sent): CustomerFields {
  return {
    firstName: sent.text("firstName") ?? null,
    lastName: sent.text("lastName") ?? null,
    email: sent.text("email") ?? null,
    tags: sent.words("tags"),
    acceptsMarketing: sent.checked("acceptsMarketing"),
  };
}
