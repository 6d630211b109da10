/* global self */
// What a pixel finds where it runs: Shopify's strict sandbox, which has neither the page nor its cookies.
const subscribers = [];
const missed = [];
let start = null;

self.shopify = {
  extend(_point, pixel) {
    start = (settings) => {
      const subscribe = (name, callback) => {
        subscribers.push({ name, callback });
        return () => true;
      };
      pixel({ settings, analytics: { subscribe }, customerPrivacy: { subscribe: () => () => true } });
    };
  },
};

self.onmessage = ({ data: { settings, event } }) => {
  if (settings) {
    start(settings);
    start = null;
    missed.splice(0).forEach(tell);
  } else if (start) missed.push(event);
  else tell(event);
};

function tell(event) {
  for (const { name, callback } of subscribers) if (name === event.name) callback(event);
}
