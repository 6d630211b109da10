import "@remix-run/node";
import type { Perennial } from "./perennial.server.ts";

declare module "@remix-run/node" {
  interface AppLoadContext {
    perennial: Perennial;
  }
}
