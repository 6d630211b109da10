import { describe, expect, it } from "vitest";
import { handleModel, modelAddress } from "./models.ts";

describe("a model", () => {
  it("is a binary glTF whose parts are as long as they say", async () => {
    const address = modelAddress("terracotta-pot") ?? "";
    const response = handleModel(new Request(`http://shop${address}`));
    expect(response.headers.get("content-type")).toBe("model/gltf-binary");
    const file = Buffer.from(await response.arrayBuffer());
    expect(file.toString("latin1", 0, 4)).toBe("glTF");
    expect(file.readUInt32LE(8)).toBe(file.length);
    const words = file.readUInt32LE(12);
    const description = JSON.parse(file.toString("utf8", 20, 20 + words)) as {
      bufferViews: { byteOffset: number; byteLength: number }[];
      buffers: { byteLength: number }[];
    };
    const numbers = file.readUInt32LE(20 + words);
    expect(28 + words + numbers).toBe(file.length);
    const last = description.bufferViews.at(-1);
    expect((last?.byteOffset ?? 0) + (last?.byteLength ?? 0)).toBe(description.buffers[0]?.byteLength);
  });

  it("is there for goods that were turned, and for no others", () => {
    expect(modelAddress("monstera")).toBeNull();
    expect(handleModel(new Request("http://shop/sandbox/models/monstera.glb")).status).toBe(404);
    expect(handleModel(new Request("http://shop/sandbox/models/constructor.glb")).status).toBe(404);
  });
});
