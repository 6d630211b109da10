import { HostElement, setOrRemove } from "./host-element.ts";
import { atWidth, space } from "./lengths.ts";

const BOX = [
  "accessibilitylabel",
  "accessibilityrole",
  "accessibilityvisibility",
  "background",
  "border",
  "borderradius",
  "borderwidth",
  "bordercolor",
  "blocksize",
  "inlinesize",
  "minblocksize",
  "mininlinesize",
  "maxblocksize",
  "maxinlinesize",
  "display",
  "overflow",
  "padding",
  "paddingblock",
  "paddingblockstart",
  "paddingblockend",
  "paddinginline",
  "paddinginlinestart",
  "paddinginlineend",
];

const SIZES: [attribute: string, property: string][] = [
  ["blockSize", "block-size"],
  ["inlineSize", "inline-size"],
  ["minBlockSize", "min-block-size"],
  ["minInlineSize", "min-inline-size"],
  ["maxBlockSize", "max-block-size"],
  ["maxInlineSize", "max-inline-size"],
  ["padding", "padding"],
  ["paddingBlock", "padding-block"],
  ["paddingBlockStart", "padding-block-start"],
  ["paddingBlockEnd", "padding-block-end"],
  ["paddingInline", "padding-inline"],
  ["paddingInlineStart", "padding-inline-start"],
  ["paddingInlineEnd", "padding-inline-end"],
];

const ROLES: Record<string, string> = {
  "ordered-list": "list",
  "unordered-list": "list",
  "list-item": "listitem",
  header: "banner",
  footer: "contentinfo",
  aside: "complementary",
  section: "region",
};

/** `s-box`, and what every box-like component can look like. */
export class Box extends HostElement {
  static override observedAttributes = BOX;

  protected override update(): void {
    for (const [attribute, property] of SIZES) this.put(property, space(this.responsive(attribute)));
    const background = this.text("background");
    this.put(
      "background",
      background === "subdued" ? "var(--subdued-surface)" : background === "base" ? "var(--surface)" : "",
    );
    this.put("border", borderOf(this.text("border"), space(this.text("borderWidth"))));
    const radius = this.text("borderRadius");
    this.put(
      "border-radius",
      radius === "max" ? "999px" : radius === "" ? "" : `var(--radius-${radius}, var(--radius))`,
    );
    this.put("overflow", this.text("overflow"));
    if (this.responsive("display") === "none") this.put("display", "none");
    const role = this.text("accessibilityRole");
    setOrRemove(this, "role", role === "" || role === "generic" ? null : (ROLES[role] ?? role));
    setOrRemove(this, "aria-label", this.text("accessibilityLabel"));
    const visibility = this.text("accessibilityVisibility");
    setOrRemove(this, "aria-hidden", visibility === "hidden" ? "true" : null);
    this.classList.toggle("visually-hidden", visibility === "exclusive");
  }

  protected put(property: string, value: string): void {
    if (value === "") this.style.removeProperty(property);
    else this.style.setProperty(property, value);
  }

  protected responsive(attribute: string): string {
    const value = this.text(attribute);
    return value.includes("@") ? atWidth(value, document.documentElement.clientWidth) : value;
  }
}

function borderOf(border: string, width: string): string {
  const [size = border] = border.split(/\s+/);
  if (size === "" && width === "") return "";
  if (size === "none" || width === "0") return "none";
  return `${size.startsWith("large") ? "2px" : "1px"} ${border.includes("dashed") ? "dashed" : "solid"} var(--line)`;
}

/** `s-stack`: one after another, downwards or, with `direction="inline"`, along the line with breaks. */
export class Stack extends Box {
  static override observedAttributes = [
    ...BOX,
    "direction",
    "gap",
    "rowgap",
    "columngap",
    "alignitems",
    "aligncontent",
    "justifycontent",
  ];

  protected override update(): void {
    const inline = this.responsive("direction") === "inline";
    this.put("display", "flex");
    this.put("flex-direction", inline ? "row" : "column");
    this.put("flex-wrap", inline ? "wrap" : "nowrap");
    this.put("gap", space(this.responsive("gap")));
    this.put("row-gap", space(this.responsive("rowGap")));
    this.put("column-gap", space(this.responsive("columnGap")));
    this.put("align-items", this.responsive("alignItems") || (inline ? "center" : ""));
    this.put("align-content", this.responsive("alignContent"));
    this.put("justify-content", this.responsive("justifyContent"));
    super.update();
  }
}

export class Grid extends Box {
  static override observedAttributes = [
    ...BOX,
    "gridtemplatecolumns",
    "gridtemplaterows",
    "gap",
    "rowgap",
    "columngap",
    "alignitems",
    "justifyitems",
    "justifycontent",
    "aligncontent",
    "placeitems",
    "placecontent",
  ];

  protected override build(): void {
    new ResizeObserver(() => this.update()).observe(document.documentElement);
  }

  protected override update(): void {
    this.put("display", "grid");
    this.put("grid-template-columns", this.responsive("gridTemplateColumns"));
    this.put("grid-template-rows", this.responsive("gridTemplateRows"));
    this.put("gap", space(this.responsive("gap")));
    this.put("row-gap", space(this.responsive("rowGap")));
    this.put("column-gap", space(this.responsive("columnGap")));
    this.put("align-items", this.responsive("alignItems"));
    this.put("justify-items", this.responsive("justifyItems"));
    this.put("justify-content", this.responsive("justifyContent"));
    this.put("align-content", this.responsive("alignContent"));
    this.put("place-items", this.responsive("placeItems"));
    this.put("place-content", this.responsive("placeContent"));
    super.update();
  }
}

export class GridItem extends Box {
  static override observedAttributes = [...BOX, "gridcolumn", "gridrow"];

  protected override update(): void {
    this.put("grid-column", this.text("gridColumn"));
    this.put("grid-row", this.text("gridRow"));
    super.update();
  }
}

/** `s-query-container` is asked for its width, `s-scroll-box` scrolls: both are boxes. */
export class QueryContainer extends Box {}
export class ScrollBox extends Box {
  protected override update(): void {
    super.update();
    this.put("overflow", "auto");
    this.tabIndex = 0;
  }
}
