/* global Worker, document, location */
// Stands in every page of a shop whose app has a pixel, for shoppers who let the shop count what they look at: hands what
// happens on the page to the pixel, which runs apart from it and sees nothing else.
const { worker: address, settings } = document.currentScript.dataset;
const worker = new Worker(address);
worker.postMessage({ settings: JSON.parse(settings) });

function publish(name, customData = null) {
  worker.postMessage({
    event: { name, customData, context: { document: { location: { href: location.href } } } },
  });
  return true;
}

globalThis.Shopify.analytics = { publish };
publish("page_viewed");
