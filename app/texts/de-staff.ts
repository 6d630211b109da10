import type { enStaff } from "./en-staff.ts";

export const deStaff: typeof enStaff = {
  roles: { owner: "Inhaber", manager: "Manager", support: "Support", "read-only": "Nur Lesen" },
  notAllowed: {
    title: "Ihre Rolle erlaubt das nicht",
    ask: (role) =>
      `Sie haben die Rolle „${role}“. Ein Inhaber des Shops kann Ihnen unter Einstellungen, Mitarbeiter eine andere geben.`,
    why: {
      "programme.draft": "Nur Inhaber und Manager dürfen das Programm ändern.",
      "programme.publish":
        "Nur Inhaber und Manager dürfen das Programm veröffentlichen, anhalten oder archivieren.",
      "points.adjust": "Nur Inhaber, Manager und Support dürfen Punkte geben oder nehmen.",
      "members.manage": "Nur Inhaber, Manager und Support dürfen das für ein Mitglied tun.",
      "members.bulk":
        "Nur Inhaber und Manager dürfen Mitglieder zusammenführen oder für viele zugleich handeln.",
      "members.export":
        "Nur Inhaber und Manager dürfen Mitgliederlisten und persönliche Daten herunterladen.",
      "members.erase": "Nur ein Inhaber darf ein Mitglied löschen.",
      "rewards.manage": "Nur Inhaber und Manager dürfen Prämien und deren Codes ändern.",
      "insight.manage": "Nur Inhaber und Manager dürfen unter „Einblicke“ etwas ändern.",
      operations: "Das dürfen nur Inhaber und Manager.",
      "staff.manage": "Nur ein Inhaber darf Rollen vergeben und anderen Apps Schlüssel geben.",
      settings: "Nur Inhaber und Manager dürfen Einstellungen ändern.",
    },
  },
};
