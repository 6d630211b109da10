import type { CustomerFields } from "../commerce/actions.ts";
import type { Chance } from "./chance.ts";

const FIRST =
  "Amelia Oliver Isla George Ava Noah Freya Arthur Priya Leo Grace Oscar Zainab Theo Florence Kofi Maya Henry Nia Alfie Eleanor Tariq Rosie Samuel Ines Hugo Beatrix Malik Clara Ewan Sofia Callum Thandi Felix Megan Rhys Yasmin Angus Harriet Joon Orla Daniel Leila Patrick Wren Marcus Aoife Dylan Simone Ravi".split(
    " ",
  );
const LAST =
  "Ashworth Bello Carver Desai Ellison Farrow Greenwood Hughes Iqbal Jarvis Kendrick Lomax Mbeki Norris Okafor Pemberton Quinn Radcliffe Sandhu Thackeray Underhill Vaughan Whitlock Yates Abbott Bracken Chaudhry Dunmore Everly Fitzgerald Hollis Kowalski Lindqvist Marsh Nakamura Osborne Penrose Rowntree Silva Teller".split(
    " ",
  );
const STREETS = [
  "Orchard Lane",
  "Mill Road",
  "Station Street",
  "Church Walk",
  "Canal Row",
  "Elm Grove",
  "Quarry Hill",
  "Abbey Close",
];
const TOWNS: [town: string, postcode: string][] = [
  ["Hebden Bridge", "HX7"],
  ["Leeds", "LS6"],
  ["Bristol", "BS3"],
  ["York", "YO23"],
  ["Cardiff", "CF11"],
  ["Norwich", "NR2"],
  ["Edinburgh", "EH6"],
  ["Lewes", "BN7"],
  ["Sheffield", "S11"],
  ["Exeter", "EX4"],
];
/** Where the shop is: who buys at the till lives here. */
const HOME = TOWNS[0] ?? ["Hebden Bridge", "HX7"];

export type Person = Required<
  Pick<CustomerFields, "email" | "firstName" | "lastName" | "address" | "acceptsMarketing">
>;

/** The n-th person; names may repeat in a town, addresses for e-mail do not. */
export function makePerson(chance: Chance, n: number, local: boolean): Person {
  const firstName = chance.pick(FIRST);
  const lastName = chance.pick(LAST);
  const [city, area] = local ? HOME : chance.pick(TOWNS);
  return {
    email: `${firstName}.${lastName}${n}@example.com`.toLowerCase(),
    firstName,
    lastName,
    acceptsMarketing: chance.happens(0.6),
    address: {
      firstName,
      lastName,
      address1: `${chance.int(1, 140)} ${chance.pick(STREETS)}`,
      city,
      zip: `${area} ${chance.int(1, 9)}${chance.pick(["AB", "DF", "GH", "JL", "NP", "QR", "TW"])}`,
      country: "United Kingdom",
      countryCode: "GB",
    },
  };
}
