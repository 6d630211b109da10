// What Shopify puts into every page's head: a theme or an app asks for a part of the platform when it needs it. Here
// there is one, Google's viewer for 3-D models.
globalThis.Shopify = {
  loadFeatures(features) {
    for (const { name, onLoad } of features)
      if (name === "model-viewer-ui")
        import("/cdn/shopifycloud/model-viewer.js").then(() => onLoad(), onLoad);
  },
  ModelViewerUI: class {
    constructor(viewer) {
      viewer.setAttribute("data-ready", "");
    }
  },
};
