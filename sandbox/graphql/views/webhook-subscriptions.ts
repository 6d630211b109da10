import { gid } from "../../state/ids.ts";
import type { Subscription } from "../../state/types.ts";
import { connect, count, type CountArgs, type ListArgs, type Listing } from "../engine/connection.ts";
import type { Context } from "../engine/context.ts";
import { notInTheSandbox, type Fields, type View } from "../engine/resolve.ts";
import { dateTime } from "./common.ts";
import { numberOf } from "./ids.ts";

/** What the sandbox sends webhooks for. */
const TOPICS = [
  ..."app/scopes_update app/uninstalled collections/create collections/delete collections/update".split(" "),
  ..."customers/create customers/delete customers/merge customers/update orders/cancelled orders/create".split(
    " ",
  ),
  ..."customer.tags_added customer.tags_removed".split(" "),
  ..."orders/delete orders/edited orders/paid orders/updated products/create products/delete".split(" "),
  ..."products/update refunds/create shop/update".split(" "),
];

/** "orders/create" → "ORDERS_CREATE"; some topics have a dot for the slash. */
function nameOfTopic(topic: string): string {
  return topic.replaceAll(/[/.]/g, "_").toUpperCase();
}

/** "ORDERS_CREATE" → "orders/create". */
export function topicOf(name: string): string {
  const topic = TOPICS.find((candidate) => nameOfTopic(candidate) === name);
  if (!topic) throw notInTheSandbox(`webhooks of ${name}`);
  return topic;
}

export function subscriptionView({ sandbox }: Context, subscription: Subscription): View {
  const { uri } = subscription;
  return {
    __typename: "WebhookSubscription",
    id: gid("WebhookSubscription", subscription.number),
    legacyResourceId: subscription.number,
    topic: nameOfTopic(subscription.topic),
    uri,
    callbackUrl: uri,
    endpoint: { __typename: "WebhookHttpEndpoint", callbackUrl: uri },
    apiVersion: { handle: sandbox.manifest.apiVersion, supported: true },
    format: "JSON",
    filter: null,
    includeFields: [],
    metafieldNamespaces: [],
    createdAt: dateTime(subscription.createdAt),
  };
}

/** Those made through the API: what the toml declares is not listed here, as at Shopify. */
function listApiSubscriptions(context: Context): Subscription[] {
  return context
    .collection("subscription")
    .list()
    .filter(({ source }) => source === "api");
}

export function findApiSubscription(context: Context, number: string): Subscription | null {
  const found = context.collection("subscription").firstBy("number", number);
  return found?.source === "api" ? found : null;
}

type SubscriptionArgs = ListArgs & {
  topics?: string[] | null;
  uri?: string | null;
  callbackUrl?: string | null;
};

function subscriptionListing(context: Context, docs: Subscription[]): Listing<Subscription> {
  return {
    resource: "webhookSubscriptions",
    docs,
    idOf: (subscription) => subscription.number,
    view: (subscription) => subscriptionView(context, subscription),
    search: { id: ({ number }) => [number], created_at: ({ createdAt }) => [createdAt] },
    sortKeys: { CREATED_AT: ({ createdAt }) => createdAt },
  };
}

export const subscriptionQueries = {
  webhookSubscription: ({ id }: { id: string }, context) => {
    const subscription = findApiSubscription(context, numberOf(id, "WebhookSubscription"));
    return subscription && subscriptionView(context, subscription);
  },
  webhookSubscriptions: ({ topics, uri, callbackUrl, ...page }: SubscriptionArgs, context) => {
    const address = uri ?? callbackUrl;
    const docs = listApiSubscriptions(context)
      .filter(({ topic }) => !topics || topics.includes(nameOfTopic(topic)))
      .filter((subscription) => address == null || subscription.uri === address);
    return connect(page, subscriptionListing(context, docs));
  },
  webhookSubscriptionsCount: (args: CountArgs, context) =>
    count(args, subscriptionListing(context, listApiSubscriptions(context))),
} satisfies Fields;
