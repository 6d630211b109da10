import { z } from "zod";
import { customerIdIn, type ApiDoor } from "./api.server.ts";
import type { AccessScope } from "./db/access-keys.ts";
import { storableText } from "./db/json.ts";
import type { ShopRow } from "./db/shops.ts";
import { rateLimit } from "./rate-limit.server.ts";
import { admitApp } from "./use-cases/apps/access-keys.ts";
import { tellActivity, type ActivityTold } from "./use-cases/apps/tell-activity.ts";
import { tellReview, type ReviewTold } from "./use-cases/apps/tell-review.ts";
import type { Services } from "./use-cases/services.ts";

/** A review of five thousand characters, each of the longest, with everything beside it. */
const LARGEST_BODY = 32_000;
const LONGEST_TEXT = 5_000;
const TOLD_A_MINUTE = 240;
const MINUTE_MS = 60_000;
const HEADERS = { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" };

interface Answer {
  status: number;
  body: { outcome: string; text: string; [more: string]: unknown };
  retryAfter?: number;
}

interface Telling {
  services: Services;
  shop: ShopRow;
  /** What the key is called. */
  app: string;
}

interface Told {
  needs: AccessScope;
  /** null for what says nothing that can be meant; then the faults say why. */
  tell(telling: Telling, sent: unknown): Promise<Answer>;
}

const id = z.string().trim().min(1).max(200);
const numbered = (kind: string, wanted: string) =>
  z
    .union([z.number().int().positive().transform(String), z.string().trim()])
    .transform((value) => value.replace(new RegExp(`^gid://shopify/${kind}/`), ""))
    .refine((value) => /^[1-9]\d{0,17}$/.test(value), wanted);
const named = {
  customer: z
    .union([z.number().int().positive().transform(String), z.string().trim()])
    .transform((value) => customerIdIn(value))
    .refine((value) => value !== null, "the customer's number in Shopify, such as 7315544412")
    .transform((value) => value ?? "")
    .optional(),
  email_sha256: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits: the SHA-256 of the address in lower case")
    .optional(),
};

const review = z.strictObject({
  ...{ id, ...named },
  // As it is kept, so that the same is known again.
  text: z
    .string()
    .transform((text) => storableText(text).trim())
    .pipe(z.string().min(1, "a review without words needs no answer").max(LONGEST_TEXT)),
  stars: z.number().int().min(1).max(5).optional(),
  product: numbered("Product", "the product's number in Shopify").optional(),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "a language tag such as en or zh-CN")
    .optional(),
});
const activity = z
  .strictObject({
    ...{ id, ...named },
    activity: z
      .string()
      .regex(/^[\p{L}\p{N}_.-]{1,64}$/u, "the word behind activity: in a rule of the programme"),
  })
  .refine(({ customer, email_sha256: email }) => (customer === undefined) !== (email === undefined), {
    path: ["customer"],
    message: "either customer or email_sha256 says who it was",
  });

const DOORS: Record<string, Told> = {
  reviews: {
    needs: "reviews",
    async tell({ services, shop, app }, sent) {
      const read = review.safeParse(sent);
      if (!read.success) return faulty(read.error);
      const { email_sha256: emailSha256, ...rest } = read.data;
      return REVIEW_ANSWERS[
        (await tellReview(services, shop, { app, review: { ...rest, emailSha256 } })).outcome
      ];
    },
  },
  activities: {
    needs: "activities",
    async tell({ services, shop, app }, sent) {
      const read = activity.safeParse(sent);
      if (!read.success) return faulty(read.error);
      const { email_sha256: emailSha256, ...rest } = read.data;
      return activityAnswer(await tellActivity(services, shop, { app, told: { ...rest, emailSha256 } }));
    },
  },
};

/** Where other apps tell reviews and activities, with a key that the shop's owner made (docs/apps-api.md). */
export function appsApiDoor(services: Services): ApiDoor {
  const untilNext = rateLimit(TOLD_A_MINUTE, MINUTE_MS);
  return async (request) => {
    const name = /^\/api\/v1\/([a-z]+)$/.exec(new URL(request.url).pathname)?.[1] ?? "";
    const door = Object.hasOwn(DOORS, name) ? DOORS[name] : undefined;
    if (door === undefined) return json(NOTHING_HERE);
    if (request.method !== "POST") return json(POST_ONLY);
    const [, key = ""] = /^Bearer (\S{1,100})$/i.exec(request.headers.get("authorization") ?? "") ?? [];
    const admitted = await admitApp(services, key);
    if (admitted === null) return json(NO_KEY);
    const { shop } = admitted;
    if (!admitted.key.may.includes(door.needs)) return json(NOT_WITH_THIS_KEY);
    const retryAfter = untilNext(`${shop.id} ${admitted.key.id}`);
    if (retryAfter > 0) return json({ ...TOO_OFTEN, retryAfter });
    const sent = await readJson(request);
    if (sent === "too-large") return json(TOO_LARGE);
    if (sent === "unreadable") return json(UNREADABLE);
    return json(await door.tell({ services, shop, app: admitted.key.name }, sent.value));
  };
}

async function readJson(request: Request): Promise<{ value: unknown } | "too-large" | "unreadable"> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
    length += part.value.length;
    if (length > LARGEST_BODY) {
      await reader?.cancel();
      return "too-large";
    }
    chunks.push(part.value);
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
    return { value: JSON.parse(text) as unknown };
  } catch {
    return "unreadable";
  }
}

const answer = (status: number, outcome: string, text: string): Answer => ({
  status,
  body: { outcome, text },
});

const NOTHING_HERE = answer(
  404,
  "nothing-here",
  "There is nothing here: reviews and activities are told here.",
);
const POST_ONLY = answer(405, "post-only", "Send it by POST.");
const NO_KEY = answer(
  401,
  "no-key",
  "This key is not known, or was withdrawn. The shop's owner makes keys in the settings of Perennial.",
);
const NOT_WITH_THIS_KEY = answer(403, "not-with-this-key", "This key was not made for that.");
const TOO_OFTEN = answer(
  429,
  "too-often",
  "That is more than this key may tell in a minute. Try again later.",
);
const TOO_LARGE = answer(413, "too-large", `No more than ${LARGEST_BODY} bytes are read.`);
const UNREADABLE = answer(400, "unreadable", "This is no JSON in UTF-8.");
const NOBODY = answer(404, "nobody", "The shop knows no such customer, or several of this address.");
const CONFLICT = answer(
  409,
  "conflict",
  "Something else was told under this id before. Nothing was changed.",
);

const REVIEW_ANSWERS: Record<ReviewTold["outcome"], Answer> = {
  received: answer(201, "received", "The review is in the inbox."),
  "known-already": answer(200, "known-already", "It was told before, and is kept once."),
  conflict: CONFLICT,
  nobody: NOBODY,
};

function activityAnswer(told: ActivityTold): Answer {
  switch (told.outcome) {
    case "earned": {
      const text =
        told.points > 0n
          ? "The points are given."
          : "It is noted. The member has had all that the rule gives for now.";
      return withPoints(answer(201, told.outcome, text), told.points);
    }
    case "known-already":
      return withPoints(answer(200, told.outcome, "It was told before, and counts once."), told.points);
    case "out":
      return answer(409, "out", "The member is blocked or has left the programme, and earns nothing.");
    case "no-rule":
      return answer(
        409,
        "no-rule",
        "The programme has no rule for this activity at present. It can be told again.",
      );
    case "nobody":
      return NOBODY;
    case "conflict":
      return CONFLICT;
  }
}

function withPoints({ status, body }: Answer, points: bigint): Answer {
  return { status, body: { ...body, points: points.toString() } };
}

/** What is wrong, field by field. */
function faulty({ issues }: z.ZodError): Answer {
  const fields = issues.map(({ path, message }) => ({ field: path.join(".") || null, text: message }));
  return { status: 422, body: { outcome: "faulty", text: "Some of it cannot be meant.", fields } };
}

function json({ status, body, retryAfter }: Answer): Response {
  const headers = new Headers(HEADERS);
  if (retryAfter !== undefined) headers.set("Retry-After", String(retryAfter));
  return Response.json(body, { status, headers });
}
