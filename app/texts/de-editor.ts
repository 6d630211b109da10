import { enEditor } from "./en-editor.ts";

export const deEditor: typeof enEditor = { ...enEditor };
