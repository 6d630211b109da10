import type { enProgramme } from "./en-programme.ts";
import { plural } from "./plural.ts";

export const deProgramme: typeof enProgramme = {
  title: "Programm",
  sentence: (earns, on, when) => `Kunden sammeln ${earns} auf ${on}, ${when}.`,
  earns: (count, points, money) => `**${points} ${plural(count, "Punkt", "Punkte")}** je **${money}**`,
  earnsByRule: "Punkte nach den Regeln des Dokuments",
  everything: "alles",
  everythingBut: (what) => `alles außer ${what}`,
  exclusions: {
    giftCards: "Geschenkgutscheinen",
    productTags: (tags) => `Produkten mit dem Tag ${tags}`,
    productTypes: (types) => `Produkten vom Typ ${types}`,
    vendors: (vendors) => `Produkten von ${vendors}`,
    collections: (collections) => `der Kollektion ${collections}`,
    products: (count, shown) => `${shown} ${plural(count, "einzelnen Produkt", "einzelnen Produkten")}`,
  },
  after: (count, shown) => `nach **${shown} ${plural(count, "Tag", "Tagen")}**`,
  atOnce: "**sofort** verfügbar",
  edit: "Bearbeiten",
  look: "Ansehen",
  inForce: "In Kraft",
  since: (number, date) => `Version ${number}, seit ${date}`,
  scheduled: (number, date) => `Version ${number} tritt am ${date} in Kraft.`,
  none: {
    title: "Noch ist kein Programm in Kraft",
    text: "Wählen Sie eines für den Anfang und sehen Sie, was es für Ihre bisherigen Bestellungen bedeutet hätte, bevor es jemand anderes sieht.",
    action: "Programm wählen",
  },
  nothing: {
    earning: "Nichts bringt Punkte",
    rewards: "Es gibt nichts, wofür Punkte eingelöst werden können",
    perks: "Es gibt keine Vorteile ohne Punkte",
  },
  closer: "Genauer ansehen",
  versions: "Versionen",
  simulator: "Simulator",
  drafts: {
    title: "Entwürfe",
    none: "In einem Entwurf ändern Sie in Ruhe. Nichts geschieht, bevor Sie gesehen haben, was sich ändert, und ihn veröffentlichen.",
    help: "Nichts aus einem Entwurf gilt, bevor er veröffentlicht ist.",
    start: "Neuer Entwurf",
    name: (date) => `Entwurf vom ${date}`,
    behind: "Älter als die neueste Version",
    discarded: (name) => `„${name}“ wurde gelöscht.`,
  },
  more: { label: (number) => `Version ${number} als YAML` },
  save: "Speichern",
  discard: "Verwerfen",
  faults: {
    other: (path, problem, mend) => `**${path === "" ? "Das Dokument" : path}** ${problem}: ${mend}.`,
  },
};
