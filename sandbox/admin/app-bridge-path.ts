/** Where the App Bridge stand-in is served, on the sandbox's origin. */
export const APP_BRIDGE_PATH = "/sandbox/assets/app-bridge.js";
