import { createServer } from "node:net";
import { join } from "node:path";
import { root } from "../bootstrap/environment.mjs";

export const dataFolder = join(root, ".data");

export interface DemoSettings {
  /** Where the app listens. */
  appPort: number;
  /** Where all of the store listens, and where it shows the app to a browser. */
  storePort: number;
  frontPort: number;
  folder: string;
  databaseUrl: string | undefined;
  /** What a new shop's programme is made of. */
  programme: string;
}

/** Reads and checks what the environment says; a port that is taken is found here, before anything is made. */
export async function readSettings(variables: NodeJS.ProcessEnv): Promise<DemoSettings> {
  const settings = {
    appPort: portIn(variables, "PORT", 3000),
    storePort: portIn(variables, "SANDBOX_PORT", 4000),
    frontPort: portIn(variables, "SANDBOX_APP_PORT", 4001),
    folder: dataFolder,
    databaseUrl: variables.DATABASE_URL,
    programme: join(root, "sandbox/demo-programme.yaml"),
  };
  await requireFree(settings.appPort, "PORT");
  await requireFree(settings.storePort, "SANDBOX_PORT");
  await requireFree(settings.frontPort, "SANDBOX_APP_PORT");
  return settings;
}

function portIn(variables: NodeJS.ProcessEnv, name: string, usual: number): number {
  const port = Number(variables[name] ?? usual);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`${name} is not a port: ${variables[name]}. Set it to a number from 1 to 65535.`);
}

function requireFree(port: number, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      const why = error.code === "EADDRINUSE" ? "is in use" : `cannot be listened on (${error.code})`;
      reject(new Error(`Port ${port} ${why}. Stop what listens there, or set ${name} to another.`));
    });
    server.listen(port, "127.0.0.1", () => server.close(() => resolve()));
  });
}
