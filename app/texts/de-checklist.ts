import type { enChecklist } from "./en-checklist.ts";

export const deChecklist: typeof enChecklist = {
  title: "Richten Sie Ihr Programm ein",
  progress: (done, of) => `${done} von ${of} erledigt`,
  all: "Alles ist eingerichtet. Wer bei Ihnen kauft, sammelt Punkte.",
  states: { done: "Erledigt", open: "Offen", unknown: "Unbekannt" },
  unknown: "Ihr Shop hat gerade nicht geantwortet. Öffnen Sie diese Seite in einer Minute noch einmal.",
  steps: {
    programme: {
      title: "Wählen Sie, wie Kunden sammeln",
      text: "Seit der Installation zählt ein einfaches Programm Punkte. Wählen Sie ein eigenes und veröffentlichen Sie es.",
      action: "Programm wählen",
    },
    blocks: {
      title: "Zeigen Sie Punkte in Ihrem Theme",
      text: "Fügen Sie einer Seite Ihres Themes einen Block hinzu, etwa die Punkteübersicht: Dort sehen Kunden, was sie haben.",
      action: "Block hinzufügen",
    },
    embed: {
      title: "Schalten Sie den Launcher ein",
      text: "Eine kleine Schaltfläche auf jeder Seite, die die Punkte des Kunden öffnet. Sie ist eine App-Einbettung Ihres Themes.",
      action: "Einschalten",
    },
    order: {
      title: "Prüfen Sie eine erste Bestellung",
      text: "Geben Sie eine Testbestellung auf oder warten Sie auf die eines Kunden: Sie zeigt, dass Nachrichten Ihres Shops ankommen.",
      action: "Mitglieder ansehen",
    },
    reward: {
      title: "Bringen Sie eine Prämie in Reichweite",
      text: "Sobald ein Mitglied genug Punkte für Ihre günstigste Prämie hat, kann sie in Ihrem Shop eingelöst werden.",
      action: "Prämien ansehen",
    },
  },
  pastOrders: {
    title: "Frühere Bestellungen gutschreiben",
    optional: "Freiwillig",
    text: "Bestellungen aus der Zeit vor der Installation bringen nichts, bis Sie es sagen. Zuerst sehen Sie, was es kosten würde.",
    action: "Frühere Bestellungen ansehen",
  },
};
