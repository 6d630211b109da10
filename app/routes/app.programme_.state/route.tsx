import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { z } from "zod";
import { admit, notAllowed, notFound } from "../../admin.server.ts";
import { changeState } from "../../use-cases/programme-state/change-state.ts";

const form = z.object({
  to: z.enum(["running", "paused", "archived"]),
  basedOn: z.coerce.number().int().nonnegative(),
});

/** There is nothing to look at here: the programme page says how the programme stands. */
export async function loader(args: LoaderFunctionArgs) {
  await admit(args);
  return redirect("/app/programme");
}

/** Pauses, resumes or archives the programme. */
export async function action(args: ActionFunctionArgs) {
  const { shop, staff, role, may, services } = await admit(args);
  if (!may("programme.publish")) return notAllowed("programme.publish");
  const wish = form.safeParse(Object.fromEntries(await args.request.formData()));
  if (!wish.success) throw notFound("page");
  return changeState(services, shop, { ...wish.data, by: { staff, role } });
}
