/** Keys with which other apps tell reviews and activities. */
export const enAccess = {
  title: "Keys for other apps",
  back: "Settings",
  about:
    "With a key another app, such as one for reviews, tells Perennial of reviews and of what members did. Reviews come into the inbox; activities earn by the rules of your programme, once each.",
  make: "Make a key",
  name: "App",
  nameHelp:
    "What you call it here. The ids that an app sends are kept under this name: give a new key of the same app the same name.",
  mayTitle: "It may tell",
  may: { reviews: "Reviews", activities: "Activities" },
  mayHelp: {
    reviews: "They stand in the inbox with mood and topics.",
    activities: "They give points where a rule of your programme does.",
  },
  makeIt: "Make key",
  faults: { name: "Write what the app is called, in 60 characters at most.", may: "Choose at least one." },
  tooMany: "There are 20 keys already. Withdraw one that is not used.",
  madeBefore: "This key was made a moment ago and cannot be shown again. Withdraw it and make another.",
  madeTitle: (name: string) => `The key of ${name}`,
  madeText: "Copy it now and give it to the app. It is not kept here, so nobody can show it again.",
  key: "Key",
  ending: (ending: string) => `Ends in ${ending}`,
  made: (date: string, name: string) => `Made on ${date} by ${name}`,
  used: (ago: string) => `last used ${ago}`,
  unused: "not used yet",
  withdrawn: (date: string) => `Withdrawn on ${date}`,
  withdraw: "Withdraw",
  withdrawTitle: (name: string) => `Withdraw the key of ${name}?`,
  withdrawText:
    "From that moment on the app can tell nothing with it. What it told stays. This cannot be undone; a new key can be made.",
  withdrawnNow: "Key withdrawn",
  none: {
    heading: "No other app tells anything here",
    text: "Make a key and give it to the app, with the address from the manual. From then on its reviews are answered beside everything else that customers write.",
  },
};
