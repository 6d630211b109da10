/** Numbers, texts, lists, plain objects and typed arrays of numbers, as one row of bytes. */

const KINDS = { Float64Array, Float32Array, Int32Array } as const;
type Kind = keyof typeof KINDS;

/** Where an array begins among the bytes, and of how many numbers it is. */
interface Place {
  $array: Kind;
  at: number;
  length: number;
}

const WIDEST = 8;

/** The first four bytes say how long the head is, which is JSON; the arrays stand behind it, each at a multiple of 8. */
export function pack(value: unknown): Uint8Array {
  const arrays: { bytes: Uint8Array; at: number }[] = [];
  let length = 0;
  const head = JSON.stringify(value, (_, part: unknown) => {
    const kind = kindOf(part);
    if (kind === null || !ArrayBuffer.isView(part)) return part;
    const place: Place = {
      $array: kind,
      at: length,
      length: part.byteLength / KINDS[kind].BYTES_PER_ELEMENT,
    };
    arrays.push({ bytes: new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at: length });
    length = whole(length + part.byteLength);
    return place;
  });
  const text = new TextEncoder().encode(head);
  const from = whole(4 + text.length);
  const bytes = new Uint8Array(from + length);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 4);
  for (const array of arrays) bytes.set(array.bytes, from + array.at);
  return bytes;
}

/** What was packed. Throws where it was something else. */
export function unpack<T>(bytes: Uint8Array): T {
  // Arrays of wide numbers may only begin at multiples of their width.
  const own = new Uint8Array(bytes);
  const long = new DataView(own.buffer).getUint32(0, true);
  const from = whole(4 + long);
  return JSON.parse(new TextDecoder().decode(own.subarray(4, 4 + long)), (_, part: unknown) => {
    if (typeof part !== "object" || part === null || !("$array" in part)) return part;
    const { $array, at, length } = part as Place;
    return new KINDS[$array](own.buffer, from + at, length);
  }) as T;
}

function kindOf(part: unknown): Kind | null {
  if (part instanceof Float64Array) return "Float64Array";
  if (part instanceof Float32Array) return "Float32Array";
  return part instanceof Int32Array ? "Int32Array" : null;
}

function whole(length: number): number {
  return Math.ceil(length / WIDEST) * WIDEST;
}
