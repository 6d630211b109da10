export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** Enough to see in which half of each pair the zeros of UTF-16 stand. */
const LOOKED_AT = 1_000;

/**
 * What a text is written in: by its mark, else by what its bytes allow. Everything that is no UTF-8 is what spreadsheets
 * in the west write. Reads to the end, for the one letter that tells may stand there.
 */
export async function detectEncoding(chunks: AsyncIterable<Uint8Array>): Promise<Encoding> {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  let marked: Encoding | null = null;
  let isUtf8 = true;
  let isFirst = true;
  for await (const chunk of chunks) {
    if (isFirst) marked = markOf(chunk) ?? zerosOf(chunk.subarray(0, LOOKED_AT));
    isFirst = false;
    if (marked === null && isUtf8) isUtf8 = accepts(utf8, chunk);
  }
  if (marked !== null) return marked;
  return isUtf8 && accepts(utf8) ? "utf-8" : "windows-1252";
}

/** Of broken characters it makes what stands for them, never a fault: a name is not a reason to refuse a file. */
export function decoderOf(encoding: Encoding): TextDecoder {
  return new TextDecoder(encoding);
}

function markOf([a, b, c]: Uint8Array): Encoding | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return a === 0xfe && b === 0xff ? "utf-16be" : null;
}

/** UTF-16 without a mark: every second byte of western text is zero. */
function zerosOf(bytes: Uint8Array): Encoding | null {
  let even = 0;
  let odd = 0;
  bytes.forEach((byte, place) => {
    if (byte !== 0) return;
    if (place % 2 === 0) even += 1;
    else odd += 1;
  });
  const many = bytes.length / 4;
  if (odd > many && even === 0) return "utf-16le";
  return even > many && odd === 0 ? "utf-16be" : null;
}

function accepts(decoder: TextDecoder, chunk?: Uint8Array): boolean {
  try {
    if (chunk === undefined) decoder.decode();
    else decoder.decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
}
