import { optionsFromEnvironment } from "../../sandbox/options.ts";
import { startSandbox } from "../../sandbox/server.ts";
import { beARoom } from "./be-a-room.ts";

/** How the store's deliveries are doing. */
export interface Sending {
  idle: boolean;
  waiting: number;
}

await beARoom<Sending>(async () => {
  const running = await startSandbox(optionsFromEnvironment(process.env));
  return {
    async answer() {
      const { idle, waiting, underWay } = running.sandbox.webhooks.report();
      return { idle, waiting: waiting + underWay };
    },
    stop: () => running.close(),
  };
});
