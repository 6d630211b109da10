import { gid } from "../../state/ids.ts";
import type { Subscription } from "../../state/types.ts";
import type { Context } from "../engine/context.ts";
import { notInTheSandbox, type Fields, type View } from "../engine/resolve.ts";
import { numberOf } from "../views/ids.ts";
import { findApiSubscription, subscriptionView, topicOf } from "../views/webhook-subscriptions.ts";
import { failed, type UserError } from "./user-errors.ts";

type Input = { uri?: string | null; callbackUrl?: string | null; format?: string | null };

const UNKEPT = ["filter", "includeFields", "metafieldNamespaces", "metafields", "name"];

/** The address to send to, or what is wrong with it. */
function addressOf(input: Input): string | UserError {
  const unkept = UNKEPT.find((name) => name in input);
  if (unkept) throw notInTheSandbox(`${unkept} of webhook subscriptions`);
  if (input.format === "XML") throw notInTheSandbox("webhooks in XML");
  const address = input.uri ?? input.callbackUrl ?? "";
  if (/^(arn:|pubsub:)/.test(address)) throw notInTheSandbox("webhooks to event buses");
  if (address === "") return invalid("Address can't be blank");
  return /^https:\/\//.test(address) && URL.canParse(address)
    ? address
    : invalid("Address protocol http:// is not supported");
}

function invalid(message: string): UserError {
  return { field: ["webhookSubscription", "callbackUrl"], message };
}

function webhookSubscriptionCreate(
  { topic: name, webhookSubscription }: { topic: string; webhookSubscription: Input },
  context: Context,
): View {
  const topic = topicOf(name);
  const uri = addressOf(webhookSubscription);
  if (typeof uri !== "string") return failed(["webhookSubscription"], [uri]);
  const subscriptions = context.collection("subscription");
  if (subscriptions.find(`${topic} ${uri}`))
    return failed(["webhookSubscription"], [invalid("Address for this topic has already been taken")]);
  const created: Subscription = {
    id: `${topic} ${uri}`,
    number: context.sandbox.store.nextId("subscription"),
    topic,
    uri,
    source: "api",
    createdAt: context.sandbox.now(),
  };
  subscriptions.put(created);
  return { webhookSubscription: subscriptionView(context, created), userErrors: [] };
}

function webhookSubscriptionUpdate(
  { id, webhookSubscription }: { id: string; webhookSubscription: Input },
  context: Context,
): View {
  const before = findApiSubscription(context, numberOf(id, "WebhookSubscription"));
  if (!before) return failed(["webhookSubscription"], [missing()]);
  const uri = addressOf(webhookSubscription);
  if (typeof uri !== "string") return failed(["webhookSubscription"], [uri]);
  const updated: Subscription = { ...before, id: `${before.topic} ${uri}`, uri };
  context.sandbox.store.transaction(() => {
    context.collection("subscription").delete(before.id);
    context.collection("subscription").put(updated);
  });
  return { webhookSubscription: subscriptionView(context, updated), userErrors: [] };
}

function webhookSubscriptionDelete({ id }: { id: string }, context: Context): View {
  const subscription = findApiSubscription(context, numberOf(id, "WebhookSubscription"));
  if (!subscription) return failed(["deletedWebhookSubscriptionId"], [missing()]);
  context.collection("subscription").delete(subscription.id);
  return { deletedWebhookSubscriptionId: gid("WebhookSubscription", subscription.number), userErrors: [] };
}

function missing(): UserError {
  return { field: ["id"], message: "Webhook subscription does not exist" };
}

export const subscriptionMutations = {
  webhookSubscriptionCreate,
  webhookSubscriptionUpdate,
  webhookSubscriptionDelete,
} as Fields;
