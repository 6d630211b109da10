import { access, constants } from "node:fs/promises";

/** Says plainly that a file is not there, before anything is opened for it. */
export async function requireFile(file: string): Promise<void> {
  try {
    await access(file, constants.R_OK);
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw new Error(`${file}: ${isMissing ? "there is no such file" : "cannot be read"}`, { cause: error });
  }
}
