import { expect, test } from "vitest";
import { html, jsonForScript } from "./markup.ts";

test("what is put in cannot become markup or leave its attribute", () => {
  const name = `"><script>alert('x')</script>`;
  expect(html`<a title="${name}">${name}</a>`.text).not.toMatch(/<script|title=""/);
});

test("markup in markup stays markup, lists are joined, and what is not there prints nothing", () => {
  const items = ["a", "b"].map((item) => html`<i>${item}</i>`);
  expect(html`${items}${null}${false}${undefined}${0}`.text).toBe("<i>a</i><i>b</i>0");
});

test("data for a script cannot end the script", () => {
  const text = jsonForScript({ name: "</script><b>" }).text;
  expect(text).not.toContain("</script>");
  expect(JSON.parse(text)).toEqual({ name: "</script><b>" });
});
