import { parseInstant, type Instant } from "../../../app/loyalty/time.ts";
import { GARDEN, LONG_NAMES } from "./programmes.ts";

/** The instant at which all stories are looked at. */
export const NOW = parseInstant("2026-11-21T12:00:00Z");

export type Deed =
  | { do: "sign-up" }
  | { do: "buy"; total: string; name?: string }
  /** Gives back so much of the newest order. */
  | { do: "return"; total: string }
  | { do: "adjust"; points: bigint; reason: string }
  | { do: "redeem"; reward: string; units?: bigint }
  | { do: "birthday"; month: number; day: number }
  | { do: "leave" };

export interface Story {
  id: string;
  /** What is to be seen, in words. */
  title: string;
  programme: Record<string, unknown>;
  deeds: (Deed & { at: Instant })[];
}

/** "2026-11-21" at half past nine. */
function on(day: string, deed: Deed): Deed & { at: Instant } {
  return { ...deed, at: parseInstant(`${day}T09:30:00Z`) };
}

/** A good customer of some months: silver, something pending, several rewards in reach. */
const REGULAR = [
  on("2026-05-02", { do: "sign-up" }),
  on("2026-05-02", { do: "buy", total: "84.00", name: "#1042" }),
  on("2026-07-18", { do: "buy", total: "142.50", name: "#1077" }),
  on("2026-08-01", { do: "return", total: "28.50" }),
  on("2026-09-30", { do: "buy", total: "96.00", name: "#1103" }),
  on("2026-10-12", { do: "adjust", points: 20n, reason: "Sorry for the late parcel" }),
  on("2026-11-14", { do: "buy", total: "61.90", name: "#1140" }),
];

/** What members did, from which their points follow. */
export const STORIES: Story[] = [
  {
    id: "new",
    title: "New member",
    programme: GARDEN,
    deeds: [on("2026-11-20", { do: "sign-up" })],
  },
  {
    id: "zero",
    title: "Zero points",
    programme: GARDEN,
    deeds: [on("2026-10-02", { do: "buy", total: "0.00", name: "#1105" })],
  },
  {
    id: "pending",
    title: "Pending points only",
    programme: GARDEN,
    deeds: [
      on("2026-11-12", { do: "buy", total: "48.00", name: "#1136" }),
      on("2026-11-19", { do: "buy", total: "120.40", name: "#1151" }),
    ],
  },
  { id: "reachable", title: "Rewards in reach", programme: GARDEN, deeds: REGULAR },
  {
    id: "held",
    title: "Held rewards with codes",
    programme: GARDEN,
    deeds: [
      ...REGULAR,
      on("2026-11-18", { do: "redeem", reward: "delivery" }),
      on("2026-11-20", { do: "redeem", reward: "money-off", units: 3n }),
    ],
  },
  {
    id: "expiring",
    title: "Points that end soon",
    programme: GARDEN,
    deeds: [
      on("2025-11-15", { do: "buy", total: "310.00", name: "#0871" }),
      on("2025-12-04", { do: "buy", total: "75.00", name: "#0903" }),
      on("2026-08-20", { do: "buy", total: "42.00", name: "#1090" }),
    ],
  },
  {
    id: "owed",
    title: "Points owed",
    programme: GARDEN,
    deeds: [
      on("2026-09-01", { do: "buy", total: "420.00", name: "#1091" }),
      on("2026-10-01", { do: "redeem", reward: "credit" }),
      on("2026-10-20", { do: "return", total: "360.00" }),
    ],
  },
  {
    id: "top",
    title: "Top tier",
    programme: GARDEN,
    deeds: [
      on("2026-03-01", { do: "sign-up" }),
      on("2026-03-02", { do: "birthday", month: 6, day: 5 }),
      on("2026-03-08", { do: "buy", total: "640.00", name: "#0990" }),
      on("2026-06-21", { do: "buy", total: "512.00", name: "#1061" }),
      on("2026-10-30", { do: "buy", total: "118.00", name: "#1122" }),
      on("2026-11-16", { do: "redeem", reward: "tour" }),
      on("2026-11-17", { do: "redeem", reward: "trees" }),
    ],
  },
  {
    id: "millions",
    title: "Balances of seven digits",
    programme: GARDEN,
    deeds: [
      on("2026-04-01", { do: "buy", total: "1845302.00", name: "#1001" }),
      on("2026-05-01", { do: "adjust", points: 4_321_987n, reason: "Brought along" }),
      on("2026-11-15", { do: "buy", total: "1204411.00", name: "#1141" }),
      on("2026-11-16", { do: "redeem", reward: "money-off", units: 25_000n }),
    ],
  },
  {
    id: "long-names",
    title: "Very long names",
    programme: LONG_NAMES,
    deeds: [
      ...REGULAR,
      on("2026-11-15", {
        do: "adjust",
        points: 15n,
        reason: "Wiedergutmachung_für_die_beschädigte_Umverpackung_der_Orchidee",
      }),
      on("2026-11-18", { do: "redeem", reward: "delivery" }),
    ],
  },
  {
    id: "left",
    title: "Left the programme",
    programme: GARDEN,
    deeds: [...REGULAR, on("2026-11-19", { do: "leave" })],
  },
];
