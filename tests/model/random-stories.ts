/** Happenings that belong together, which chance alone would hardly ever bring about one after the other. */
import { DAY_MS, dayOf, startOfDay } from "./calendar.ts";
import type { Instant } from "./calendar.ts";
import type { Store } from "./random-events.ts";
import { act, adjust, changeOrder, endOf, look, merge, notice, placeOrder } from "./random-events.ts";
import { redeem, refundOrder, release, someone } from "./random-events.ts";
import { LONG_STORIES } from "./random-long-stories.ts";

type Step = (now: Instant) => void;
type Story = (store: Store) => Step[];

const STORIES: [Story, ...Story[]] = [
  useCode,
  useCodeLate,
  shareCode,
  forgive,
  tellOfExpiry,
  expireTogether,
  moveOrder,
  mergeBetween,
  mergeLevels,
];

/** Begins one of the stories, or a given one; its steps follow one another at random distances. */
export function tellStory(store: Store, now: Instant, given?: Story): void {
  const isLong = store.chance.percent(40);
  const any = (isLong ? store.chance.anyOf(LONG_STORIES) : undefined) ?? store.chance.oneOf(STORIES);
  const story = given ?? any;
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
    (now) => void (store.chance.percent(30) && merge(store, now, member)),
    (now) => changeOrder(store, now, order, store.chance.oneOf(["add", "pay"])),
    (now) => changeOrder(store, now, order, store.chance.oneOf(["pay", "add", "move"])),
    (now) => refundOrder(store, now, order),
  ];
}

/** Notices at the very edge of when they still count. */
function tellOfExpiry(store: Store): Step[] {
  const member = someone(store);
  const { chance } = store;
  const tellInTime = (now: Instant) => {
    for (const { timezone, points } of store.programmes) {
      const { date, notices } = endOf(timezone, points, now);
      const at = (chance.anyOf(notices) ?? now) + chance.oneOf([0, 0, -1000, 1000]);
      if (date === null || at < now) continue;
      store.plans.push({ at, step: (then) => notice(store, then, member) });
      store.plans.push({ at: date, step: (then) => look(store, then) });
      return;
    }
  };
  return [
    (now) => {
      adjust(store, now, member, chance.whole(20, 150));
      tellInTime(now);
    },
    (now) => void (chance.percent(30) && redeem(store, now, member)),
    (now) => void (chance.percent(20) && act(store, now, member)),
  ];
}

/** Two orders of one day, something spent of them, the rest expired, and then refunds. */
function expireTogether(store: Store): Step[] {
  const member = someone(store);
  const orders: number[] = [];
  const place = (now: Instant) => void orders.push(placeOrder(store, now, member));
  const lookAtDates = (now: Instant) => {
    for (const { timezone, points } of store.programmes) {
      const { date } = endOf(timezone, points, now);
      if (date === null) continue;
      store.plans.push({ at: date, step: (then) => look(store, then) });
      store.plans.push({ at: date, step: (then) => refundOrder(store, then, orders[0]) });
      store.plans.push({ at: date, step: (then) => changeOrder(store, then, orders[1], "cancel") });
    }
  };
  return [
    (now) => {
      place(now);
      place(now);
      adjust(store, now, member, -store.chance.whole(5, 60));
      lookAtDates(now);
    },
  ];
}

/** A level is reached and lost again, and its guarantee moves to another. */
function mergeLevels(store: Store): Step[] {
  const member = someone(store);
  const orders: number[] = [];
  const nextMidnight = (now: Instant) =>
    look(store, startOfDay(store.scene.zone, dayOf(store.scene.zone, now) + 1));
  return [
    (now) => void orders.push(placeOrder(store, now, member), placeOrder(store, now, member)),
    (now) => changeOrder(store, now, orders[0], store.chance.oneOf(["cancel", "move", "touch"])),
    (now) => changeOrder(store, now, orders[1], store.chance.oneOf(["cancel", "move", "touch"])),
    (now) => merge(store, now, member),
    (now) => void placeOrder(store, now, member),
    nextMidnight,
    nextMidnight,
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
    (now) => merge(store, now, member),
    (now) => void placeOrder(store, now, someone(store), as),
    (now) => merge(store, now, member),
    (now) => refundOrder(store, now, order),
  ];
}
