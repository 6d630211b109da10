import { root } from "./bootstrap/environment.mjs";
import { bringUpToDate } from "./bootstrap/dependencies.mjs";

// Types of the app's GraphQL documents; the generator's packages are installed when they are first needed.
await bringUpToDate({ folder: `${root}tools` });
await import("../tools/codegen.ts");
