/** Happenings that belong together, which chance alone would hardly ever bring about one after the other. */
import { DAY_MS, dayOf, startOfDay } from "./calendar.ts";
import type { Instant } from "./calendar.ts";
import type { Store } from "./random-events.ts";
import { act, adjust, changeOrder, look, merge, notice, placeOrder } from "./random-events.ts";
import { redeem, refundOrder, release, someone } from "./random-events.ts";

type Step = (now: Instant) => void;

/** Begins one of the stories; its steps follow one another at random distances. */
export function tellStory(store: Store, now: Instant): void {
  const story = store.chance.oneOf([
    useCode,
    useCodeLate,
    shareCode,
    forgive,
    tellOfExpiry,
    moveOrder,
    mergeBetween,
  ]);
  let at = now;
  for (const step of story(store)) {
    store.plans.push({ at, step });
    at = later(store, at);
  }
}

function later({ chance, scene }: Store, at: Instant): Instant {
  const kind = chance.whole(0, 9);
  if (kind < 2) return at;
  if (kind < 6) return at + chance.whole(1, 900) * 60_000;
  if (kind < 8) return startOfDay(scene.zone, dayOf(scene.zone, at) + chance.whole(1, 2));
  return at + chance.whole(1, 12) * DAY_MS;
}

function useCode(store: Store): Step[] {
  const member = someone(store);
  let as = "";
  let order = 0;
  return [
    (now) => adjust(store, now, member, store.chance.whole(60, 200)),
    (now) => (as = redeem(store, now, member)),
    (now) => (order = placeOrder(store, now, store.chance.percent(70) ? member : someone(store), as)),
    (now) => changeOrder(store, now, order, store.chance.oneOf(["pay", "status"])),
    (now) => changeOrder(store, now, order, store.chance.oneOf(["cancel", "cancel", "void", "move"])),
    (now) => notice(store, now, member),
    (now) => look(store, startOfDay(store.scene.zone, dayOf(store.scene.zone, now) + 31)),
  ];
}

function useCodeLate(store: Store): Step[] {
  const member = someone(store);
  let as = "";
  let order = 0;
  return [
    (now) => adjust(store, now, member, store.chance.whole(60, 120)),
    (now) => (as = redeem(store, now, member)),
    (now) => void (store.chance.percent(30) && redeem(store, now, member)),
    (now) => release(store, now, as),
    (now) => adjust(store, now, member, -store.chance.whole(20, 120)),
    (now) => (order = placeOrder(store, now, member, as)),
    (now) => void (store.chance.percent(50) && adjust(store, now, member)),
    (now) => changeOrder(store, now, order, store.chance.oneOf(["cancel", "void", "add"])),
    (now) => look(store, startOfDay(store.scene.zone, dayOf(store.scene.zone, now) + 31)),
  ];
}

function shareCode(store: Store): Step[] {
  const member = someone(store);
  let as = "";
  const orders: number[] = [];
  return [
    (now) => adjust(store, now, member, store.chance.whole(60, 120)),
    (now) => (as = redeem(store, now, member)),
    (now) => void orders.push(placeOrder(store, now, member, as)),
    (now) => void orders.push(placeOrder(store, now, someone(store), as)),
    (now) => changeOrder(store, now, orders[1], store.chance.oneOf(["touch", "pay"])),
    (now) => void (store.chance.percent(50) && adjust(store, now, member, -50)),
    (now) => changeOrder(store, now, orders[0], store.chance.oneOf(["cancel", "void"])),
    (now) => changeOrder(store, now, orders[1], store.chance.oneOf(["cancel", "pay"])),
  ];
}

function forgive(store: Store): Step[] {
  const member = someone(store);
  let order = 0;
  return [
    (now) => (order = placeOrder(store, now, member)),
    (now) => void (store.chance.percent(40) && redeem(store, now, member)),
    (now) => adjust(store, now, member, -store.chance.whole(20, 150)),
    (now) => refundOrder(store, now, order),
    (now) => void (store.chance.percent(30) && merge(store, now)),
    (now) => changeOrder(store, now, order, store.chance.oneOf(["add", "pay"])),
    (now) => changeOrder(store, now, order, store.chance.oneOf(["pay", "add", "move"])),
    (now) => refundOrder(store, now, order),
  ];
}

/** Notices at the very edge of when they still count. */
function tellOfExpiry(store: Store): Step[] {
  const member = someone(store);
  const nextInteresting = (now: Instant) =>
    store.chance.anyOf(store.interesting.filter((at) => at >= now).slice(0, 8)) ?? now;
  const tell = (now: Instant) => {
    const at = nextInteresting(now) + store.chance.oneOf([0, 0, -1000, 1000]);
    store.plans.push({ at: Math.max(at, now), step: (then) => notice(store, then, member) });
  };
  return [
    (now) => adjust(store, now, member, store.chance.whole(20, 150)),
    (now) => void (store.chance.percent(50) && redeem(store, now, member)),
    tell,
    tell,
    (now) => void (store.chance.percent(30) && act(store, now, member)),
    (now) => look(store, nextInteresting(now)),
    (now) => look(store, nextInteresting(now)),
  ];
}

function moveOrder(store: Store): Step[] {
  let order = 0;
  return [
    (now) => (order = placeOrder(store, now, someone(store))),
    (now) => void (store.chance.percent(50) && adjust(store, now, someone(store), -60)),
    (now) => changeOrder(store, now, order, "move"),
    (now) => changeOrder(store, now, order, store.chance.oneOf(["status", "move", "add"])),
    (now) => changeOrder(store, now, order, store.chance.oneOf(["move", "pay"])),
  ];
}

function mergeBetween(store: Store): Step[] {
  const member = someone(store);
  let as = "";
  let order = 0;
  return [
    (now) => adjust(store, now, member, store.chance.whole(60, 120)),
    (now) => (order = placeOrder(store, now, member)),
    (now) => (as = redeem(store, now, member)),
    (now) => merge(store, now),
    (now) => void placeOrder(store, now, someone(store), as),
    (now) => merge(store, now),
    (now) => refundOrder(store, now, order),
  ];
}
