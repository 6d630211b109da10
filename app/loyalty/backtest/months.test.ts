import { expect, test } from "vitest";
import { formatInstant, parseInstant } from "../time.ts";
import { monthOf } from "./months.ts";

test.each([
  ["Europe/London", "2026-01-31T23:59:59Z", "2026-01", "2026-02-01T00:00:00Z"],
  ["Europe/London", "2026-03-31T23:30:00Z", "2026-04", "2026-04-30T23:00:00Z"],
  ["Pacific/Auckland", "2025-12-31T12:00:00Z", "2026-01", "2026-01-31T11:00:00Z"],
  ["Pacific/Honolulu", "2026-01-01T09:59:59Z", "2025-12", "2026-01-01T10:00:00Z"],
  ["UTC", "2024-02-29T12:00:00Z", "2024-02", "2024-03-01T00:00:00Z"],
])("in %s, %s is in %s, which ends at %s", (zone, instant, name, ends) => {
  const month = monthOf(zone, parseInstant(instant));
  expect({ name: month.name, ends: formatInstant(month.ends) }).toEqual({ name, ends });
});
