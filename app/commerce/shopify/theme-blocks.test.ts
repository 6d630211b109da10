import { expect, test } from "vitest";
import { noteBlocks } from "./theme-blocks.ts";

const type = (block: string, app = "perennial") => `shopify://apps/${app}/blocks/${block}/019b0a3e-7d3f`;

function blocksIn(filename: string, content: string) {
  const found = { blocks: new Set<string>(), embeds: new Set<string>() };
  noteBlocks(found, filename, content);
  return { blocks: [...found.blocks], embeds: [...found.embeds] };
}

const template = (...blocks: object[]) =>
  JSON.stringify({ sections: { main: { type: "apps", blocks: { ...blocks } } }, order: ["main"] });

test("a block of ours is found in a template, whatever comment stands before it", () => {
  const content = `/*\n * auto-generated\n */\n${template({ type: type("points-panel") }, { type: "text" })}`;
  expect(blocksIn("templates/index.json", content)).toEqual({ blocks: ["points-panel"], embeds: [] });
});

test("other apps' blocks and hidden ones are none", () => {
  const content = template(
    { type: type("points-panel", "smile") },
    { type: type("tier-ladder"), disabled: true },
  );
  expect(blocksIn("templates/index.json", content).blocks).toEqual([]);
});

test("a hidden section hides its blocks", () => {
  const content = JSON.stringify({
    sections: { main: { type: "apps", disabled: true, blocks: { a: { type: type("points-panel") } } } },
  });
  expect(blocksIn("templates/index.json", content).blocks).toEqual([]);
});

test("embeds stand in the settings, and are on unless they are disabled", () => {
  const content = JSON.stringify({
    current: { blocks: { 1: { type: type("launcher", "perennial-1"), disabled: false } } },
  });
  expect(blocksIn("config/settings_data.json", content)).toEqual({ blocks: [], embeds: ["launcher"] });
  expect(blocksIn("config/settings_data.json", content.replace("false", "true")).embeds).toEqual([]);
});

test("a file that is no JSON says nothing", () => {
  expect(blocksIn("templates/index.json", "{% liquid %}").blocks).toEqual([]);
});
