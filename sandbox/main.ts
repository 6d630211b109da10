import { optionsFromEnvironment } from "./options.ts";

// node:sqlite announces itself as experimental at every start; everything else is still said.
process.removeAllListeners("warning");
process.on("warning", (warning) => {
  if (warning.name !== "ExperimentalWarning") console.warn(warning.stack ?? warning.message);
});

const { startSandbox } = await import("./server.ts");

try {
  const running = await startSandbox(optionsFromEnvironment(process.env));
  console.log(`Storefront, admin and control panel: ${running.urls.shopify}`);
  console.log(`Proxy in front of the app:           ${running.urls.app}`);
  const stop = (): void => {
    void running.close().then(() => process.exit(0));
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
