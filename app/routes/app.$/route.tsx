import type { LoaderFunctionArgs } from "@remix-run/node";
import { admit, notFound } from "../../admin.server.ts";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

/** Every address at which nothing stands: said within the frame, with the menu and a way back. */
export async function loader(args: LoaderFunctionArgs): Promise<never> {
  await admit(args);
  throw notFound("page");
}

export default function Nowhere() {
  return null;
}
