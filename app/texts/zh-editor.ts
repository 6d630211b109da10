import { enEditor } from "./en-editor.ts";

export const zhEditor: typeof enEditor = { ...enEditor };
