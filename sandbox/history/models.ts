import { Refusal, text } from "../http/answer.ts";

/** Distance from the axis and height, in metres, from the foot inside to the rim and down into the pot. */
type Profile = readonly (readonly [radius: number, height: number])[];

interface Turned {
  profile: Profile;
  /** Linear red, green, blue. */
  colour: readonly [number, number, number];
}

const POT: Profile = [
  [0, 0],
  [0.085, 0],
  [0.12, 0.17],
  [0.135, 0.17],
  [0.14, 0.22],
  [0.122, 0.22],
  [0.075, 0.02],
  [0, 0.02],
];

const BOWL: Profile = [
  [0, 0],
  [0.07, 0],
  [0.16, 0.06],
  [0.2, 0.13],
  [0.188, 0.13],
  [0.15, 0.07],
  [0, 0.02],
];

/** Goods that were turned on a wheel, and so can be here. */
const MODELS: Record<string, Turned> = {
  "terracotta-pot": { profile: POT, colour: [0.46, 0.13, 0.06] },
  "glazed-planter": { profile: BOWL, colour: [0.08, 0.19, 0.2] },
};

const AROUND = 48;

/** Where the model of a product lies; null for one that has none. */
export function modelAddress(handle: string): string | null {
  return Object.hasOwn(MODELS, handle) ? `/sandbox/models/${handle}.glb` : null;
}

/** GET /sandbox/models/{handle}.glb */
export function handleModel(request: Request): Response {
  const handle = /^\/sandbox\/models\/([a-z-]+)\.glb$/.exec(new URL(request.url).pathname)?.[1] ?? "";
  const model = Object.hasOwn(MODELS, handle) ? MODELS[handle] : undefined;
  if (!model) return text("Models are at /sandbox/models/{handle}.glb.", 404);
  const headers = { "content-type": "model/gltf-binary", "cache-control": "public, max-age=3600" };
  return new Response(new Uint8Array(binary(model)), { headers });
}

/** A binary glTF: a header, the description, and the numbers it speaks of. */
function binary({ profile, colour }: Turned): Buffer {
  const { positions, normals, indices } = turn(profile);
  const body = Buffer.concat([floats(positions), floats(normals), shorts(indices)]);
  const [places, bytes] = [positions.length / 3, positions.length * 4];
  const widest = Math.max(...profile.map(([radius]) => radius));
  const highest = Math.max(...profile.map(([, height]) => height));
  const description = {
    asset: { version: "2.0" },
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0 }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0, NORMAL: 1 }, indices: 2, material: 0 }] }],
    materials: [
      {
        doubleSided: true,
        pbrMetallicRoughness: { baseColorFactor: [...colour, 1], metallicFactor: 0, roughnessFactor: 0.7 },
      },
    ],
    accessors: [
      {
        ...{ bufferView: 0, componentType: 5126, count: places, type: "VEC3" },
        ...{ min: [-widest, 0, -widest], max: [widest, highest, widest] },
      },
      { bufferView: 1, componentType: 5126, count: places, type: "VEC3" },
      { bufferView: 2, componentType: 5123, count: indices.length, type: "SCALAR" },
    ],
    bufferViews: [
      { buffer: 0, byteOffset: 0, byteLength: bytes },
      { buffer: 0, byteOffset: bytes, byteLength: bytes },
      { buffer: 0, byteOffset: 2 * bytes, byteLength: indices.length * 2 },
    ],
    buffers: [{ byteLength: body.length }],
  };
  const chunks = [
    ...chunk("JSON", padded(Buffer.from(JSON.stringify(description)), 0x20)),
    ...chunk("BIN\0", padded(body, 0)),
  ];
  const length = chunks.reduce((sum, part) => sum + part.length, 12);
  return Buffer.concat([Buffer.from("glTF"), longs(2, length), ...chunks]);
}

/** Every piece of the profile becomes a band of its own, so that edges stay edges. */
function turn(profile: Profile) {
  const positions: number[] = [];
  const normals: number[] = [];
  const indices: number[] = [];
  for (const [piece, from] of profile.entries()) {
    const to = profile[piece + 1];
    if (to === undefined) break;
    const [outwards, upwards] = [to[1] - from[1], from[0] - to[0]];
    const size = Math.hypot(outwards, upwards);
    const first = positions.length / 3;
    for (let step = 0; step <= AROUND; step++) {
      const angle = (2 * Math.PI * step) / AROUND;
      const [x, z] = [Math.cos(angle), Math.sin(angle)];
      for (const [radius, height] of [from, to]) {
        positions.push(radius * x, height, radius * z);
        normals.push((outwards / size) * x, upwards / size, (outwards / size) * z);
      }
      if (step === AROUND) break;
      const at = first + 2 * step;
      indices.push(at, at + 1, at + 2, at + 2, at + 1, at + 3);
    }
  }
  if (positions.length / 3 > 65_535) throw new Refusal("A model has too many corners.", 500);
  return { positions, normals, indices };
}

function chunk(kind: string, content: Buffer): [Buffer, Buffer, Buffer] {
  return [longs(content.length), Buffer.from(kind), content];
}

function padded(content: Buffer, filler: number): Buffer {
  return Buffer.concat([content, Buffer.alloc((4 - (content.length % 4)) % 4, filler)]);
}

function floats(numbers: number[]): Buffer {
  return Buffer.from(new Float32Array(numbers).buffer);
}

function shorts(numbers: number[]): Buffer {
  return Buffer.from(new Uint16Array(numbers).buffer);
}

function longs(...numbers: number[]): Buffer {
  return Buffer.from(new Uint32Array(numbers).buffer);
}
