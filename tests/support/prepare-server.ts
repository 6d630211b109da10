import { prepareOnServer } from "./database.ts";

/** Before the flows: what all their databases on a server are copies of, which goes when they are over. */
export default async function prepareServer(): Promise<(() => Promise<void>) | undefined> {
  const { TEST_DATABASE_URL: server } = process.env;
  if (server === undefined) return undefined;
  const { name, drop } = await prepareOnServer(server);
  process.env.TEST_DATABASE_TEMPLATE = name;
  return drop;
}
