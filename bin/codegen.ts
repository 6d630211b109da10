import { root } from "./bootstrap/environment.mjs";
import { bringUpToDate } from "./bootstrap/dependencies.mjs";

// Types of the app's GraphQL documents; the generator's packages are installed when they are first needed. By its address
// and not by its name, so that the types of the app can be checked without them.
await bringUpToDate({ folder: `${root}tools` });
await import(new URL("../tools/codegen.ts", import.meta.url).href);
