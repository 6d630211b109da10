import { describe, expect, test } from "vitest";
import { act, answered, argsFor, routeOf, SAM, startStaffed } from "../support/staffed-shop.ts";

startStaffed({ [SAM]: "support" });

describe("an address or a form that cannot be meant", () => {
  const looked = async (route: string, path: string, params: Record<string, string> = {}) => {
    const { loader } = await routeOf(route);
    return (
      await answered(loader?.(argsFor(SAM, { path, params })) ?? Promise.reject(new Error("no loader")))
    ).status;
  };

  test.each([
    ["app.rewards.codes.$redemption/route.tsx", "/app/rewards/codes/%00", { redemption: "\u0000" }],
    ["app.rewards.issues.$id/route.tsx", "/app/rewards/issues/a%00", { id: "a\u0000" }],
    ["app.members._index/route.tsx", "/app/members?tier=%00", {}],
    ["app.rewards.codes._index/route.tsx", "/app/rewards/codes?reward=x%00", {}],
  ])("finds nothing at %s", async (route, path, params) => {
    expect(await looked(route, path, params as Record<string, string>)).toBe(404);
  });

  test.each<Record<string, string>>([
    { do: "undo-adjustment", adjustment: "\u0000", reason: "a" },
    { do: "reinstate", expiry: "expire:\u0000", points: "1", reason: "a" },
    { redemption: "\u0000", change: "cancel" },
  ])("changes nothing: %j", async (form) => {
    const { status } = await act("app.members.$id", SAM, {
      params: { id: "70" },
      form,
    });
    expect(status).toBe(422);
  });

  test.each(["adjust", "block", "grant", "reinstate", "take-back"])(
    "does not %s a member abc",
    async (deed) => {
      const form = { do: deed, reward: "x", key: "some-key-1", note: "", reason: "a", points: "1" };
      const asked = { params: { id: "abc" }, form, path: "/app/members/abc" };
      expect((await act("app.members.$id", SAM, asked)).status).toBe(404);
    },
  );

  test.each(["{", "", "[]", "null"])("is no order to the simulator: %j", async (input) => {
    expect((await act("app.programme_.simulator.($draft)", SAM, { form: { input } })).status).toBe(404);
  });
});
