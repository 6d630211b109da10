/** What there is to do until points work for everybody. */
export const enChecklist = {
  title: "Set up your programme",
  progress: (done: number, of: number) => `${done} of ${of} done`,
  all: "Everything is set up. Points work for everybody who buys from you.",
  states: { done: "Done", open: "To do", unknown: "Not known" },
  unknown: "Your store did not say just now. Open this page again in a minute.",
  steps: {
    programme: {
      title: "Choose how customers earn",
      text: "A simple programme has counted points since you installed the app. Choose one of your own and publish it.",
      action: "Choose a programme",
    },
    blocks: {
      title: "Show points in your theme",
      text: "Add a points block, such as the points panel, to a page of your theme: customers see there what they have.",
      action: "Add a block",
    },
    embed: {
      title: "Turn on the launcher",
      text: "A small button on every page that opens a customer's points. It is an app embed of your theme.",
      action: "Turn it on",
    },
    order: {
      title: "See a first order",
      text: "Place a test order, or wait for a customer's: it shows that news of your store comes through.",
      action: "Look at the members",
    },
    reward: {
      title: "Have a reward within reach",
      text: "As soon as a member has enough points for your cheapest reward, it can be redeemed in your shop.",
      action: "Look at the rewards",
    },
  },
  pastOrders: {
    title: "Credit past orders",
    optional: "Optional",
    text: "Orders from before you installed the app earn nothing until you say so. You see what it would cost first.",
    action: "Look at past orders",
  },
};
