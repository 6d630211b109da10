import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { once } from "node:events";
import { finished, pipeline } from "node:stream/promises";
import type { ReadableStream as WebStream } from "node:stream/web";

/** A file that a page sent, beside us until it is let go. */
export interface ReceivedFile {
  open(): AsyncIterable<Uint8Array>;
  remove(): Promise<void>;
}

/** Keeps the body of a request in a file, so that it can be read more than once; null for one that is too large. */
export async function receiveFile(request: Request, mostBytes: number): Promise<ReceivedFile | null> {
  if (Number(request.headers.get("Content-Length") ?? 0) > mostBytes) return null;
  const { path, remove } = await makeFolder();
  let bytes = 0;
  const limit = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(bytes > mostBytes ? new TooLarge() : null, chunk);
    },
  });
  try {
    const body =
      request.body === null ? Readable.from([]) : Readable.fromWeb(request.body as WebStream<Uint8Array>);
    await pipeline(body, limit, createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    await remove();
    if (error instanceof TooLarge) return null;
    throw error;
  }
  return { open: () => createReadStream(path), remove };
}

class TooLarge extends Error {}

/**
 * A file to be downloaded. It is made beside us first: whoever reads slowly must not hold up the database that it is
 * read from.
 */
export async function sendFile(
  name: string,
  type: string,
  make: (write: (text: string) => Promise<void>) => Promise<unknown>,
): Promise<Response> {
  const { path, remove } = await makeFolder();
  const file = createWriteStream(path, { mode: 0o600 });
  // A disk may be full while nobody writes, for the database is being asked: somebody listens from the beginning.
  const written = finished(file);
  written.catch(() => undefined);
  try {
    await make(async (text) => {
      if (file.errored !== null) throw file.errored;
      if (!file.write(text)) await once(file, "drain");
    });
    file.end();
    await written;
  } catch (error) {
    file.destroy();
    await remove();
    throw error;
  }
  const content = createReadStream(path);
  content.once("close", () => void remove());
  return new Response(Readable.toWeb(content) as ReadableStream, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

async function makeFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "perennial-file-"));
  return { path: join(folder, "file"), remove: () => rm(folder, { recursive: true, force: true }) };
}
