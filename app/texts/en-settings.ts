/** The shop's settings, and who of the staff may do what. */
export const enSettings = {
  title: "Settings",
  saved: "Settings saved",
  overtaken: (name: string, when: string) =>
    `${name} saved other settings ${when}. Yours were not saved. Load the page anew to see theirs, then make your change again.`,
  reload: "Load anew",
  faults: {
    points: "Write a whole number from 0, or leave it empty for no limit.",
    money: (example: string) => `Write an amount such as ${example}, or leave it empty for no warning.`,
  },
  shop: {
    title: "Your shop",
    name: "Name",
    domain: "Address",
    currency: "Currency",
    timezone: "Time zone",
    installed: "App installed",
    help: "These come from Shopify and change there.",
  },
  access: {
    title: "Roles and limits",
    help: "An owner gives people their roles. Whoever has none of their own gets the default role.",
    staff: "Give roles",
    defaultRole: "Default role",
    defaultHelp: "For staff who open the app before anybody has given them a role.",
    till: "Staff without a role of their own may redeem at the till",
    tillHelp:
      "Whoever has a role may do it with any but read-only. Every redemption stands in the staff log.",
    each: (role: string) => `${role}: points per adjustment`,
    day: (role: string) => `${role}: points per day`,
    limitHelp:
      "Given and taken points count alike, and so do points given back after they expired. A gift counts with the points it would have cost. Empty means no limit.",
  },
  liability: {
    title: "Liability",
    limit: "Warn me above",
    help: "Home warns you once the points your members hold are worth more than this. Empty means no warning.",
  },
  notifications: {
    title: "Notifications",
    text: "What needs a decision stands on Home as soon as it happens. The app sends no e-mails to you or your staff.",
  },
  stores: {
    title: "Several stores",
    text: "Look after other stores from here, or let an agency look after this one.",
    open: "Open stores",
  },
  apps: {
    title: "Other apps",
    text: "Keys with which other apps tell reviews and activities.",
    open: "Open keys",
  },
  privacy: {
    title: "Data and privacy",
    text: "What is kept about people, for how long, and who agreed to what.",
    open: "Open data and privacy",
  },
  roles: {
    title: "What each role may do",
    owner: "Everything. The owner of the Shopify account is always an owner.",
    manager:
      "Everything except giving roles, setting limits, making keys for other apps and erasing members.",
    support: "Look at everything, adjust points up to the limit, and help one member at a time.",
    "read-only": "Look at everything, change nothing.",
  },
  staff: {
    title: "Staff",
    back: "Settings",
    about:
      "Everybody who has opened the app stands here. Who may open it at all is decided in Shopify, under Settings, Users.",
    since: "First seen",
    roleOf: (name: string) => `Role of ${name}`,
    byDefault: (role: string) => `Default (${role})`,
    accountOwner: "Account owner",
    you: "You",
    givenBy: (name: string, when: string) => `Given by ${name} on ${when}`,
    givenAtInstallation: "First to open the app after it was installed",
    noName: "Shopify has not told their name yet",
    given: (name: string, role: string) => `${name} is now: ${role}`,
    refused: {
      "account-owner": "The owner of the Shopify account is always an owner here.",
      yourself: "You cannot change your own role. Another owner can.",
      unknown: "This person is not known any more. Load the page anew.",
    },
  },
};
