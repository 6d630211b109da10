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

type Styles = [property: string, value: string][];

/** `s-box`, and what every box-like component can look like. */
export class Box extends HostElement {
  static override observedAttributes = BOX;
  #styled: string[] = [];

  protected override update(): void {
    for (const property of this.#styled) this.style.removeProperty(property);
    const styles = this.styles().filter(([, value]) => value !== "");
    for (const [property, value] of styles) this.style.setProperty(property, value);
    this.#styled = styles.map(([property]) => property);
    this.#describe();
  }

  /** What of it is set; a later one may be a part of an earlier one. */
  protected styles(): Styles {
    const background = this.text("background");
    const radius = this.text("borderRadius");
    return [
      ...SIZES.map(([attribute, property]): [string, string] => [
        property,
        space(this.responsive(attribute)),
      ]),
      ["background", BACKGROUNDS[background] ?? ""],
      ["border", borderOf(this.text("border"), space(this.text("borderWidth")))],
      [
        "border-radius",
        radius === "max" ? "999px" : radius === "" ? "" : `var(--radius-${radius}, var(--radius))`,
      ],
      ["overflow", this.text("overflow")],
      ["display", this.responsive("display") === "none" ? "none" : ""],
    ];
  }

  #describe(): void {
    const role = this.text("accessibilityRole");
    if (this.hasAttribute("accessibilityrole"))
      setOrRemove(this, "role", role === "" || role === "generic" ? null : (ROLES[role] ?? role));
    setOrRemove(this, "aria-label", this.text("accessibilityLabel"));
    const visibility = this.text("accessibilityVisibility");
    setOrRemove(this, "aria-hidden", visibility === "hidden" ? "true" : null);
    this.classList.toggle("visually-hidden", visibility === "exclusive");
  }

  protected responsive(attribute: string): string {
    const value = this.text(attribute);
    return value.includes("@") ? atWidth(value, document.documentElement.clientWidth) : value;
  }

  protected gaps(): Styles {
    return [
      ["gap", space(this.responsive("gap"))],
      ["row-gap", space(this.responsive("rowGap"))],
      ["column-gap", space(this.responsive("columnGap"))],
    ];
  }
}

const BACKGROUNDS: Record<string, string> = {
  subdued: "var(--subdued-surface)",
  base: "var(--surface)",
  transparent: "transparent",
};

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

  protected override styles(): Styles {
    const inline = this.responsive("direction") === "inline";
    return [
      ["display", "flex"],
      ["flex-direction", inline ? "row" : "column"],
      ["flex-wrap", inline ? "wrap" : "nowrap"],
      ["align-items", this.responsive("alignItems") || (inline ? "center" : "")],
      ["align-content", this.responsive("alignContent")],
      ["justify-content", this.responsive("justifyContent")],
      ...this.gaps(),
      ...super.styles(),
    ];
  }
}

const GRID: [attribute: string, property: string][] = [
  ["gridTemplateColumns", "grid-template-columns"],
  ["gridTemplateRows", "grid-template-rows"],
  ["placeItems", "place-items"],
  ["placeContent", "place-content"],
  ["alignItems", "align-items"],
  ["justifyItems", "justify-items"],
  ["justifyContent", "justify-content"],
  ["alignContent", "align-content"],
];

export class Grid extends Box {
  static override observedAttributes = [
    ...BOX,
    ...GRID.map(([attribute]) => attribute.toLowerCase()),
    "gap",
    "rowgap",
    "columngap",
  ];

  protected override build(): void {
    new ResizeObserver(() => this.update()).observe(document.documentElement);
  }

  protected override styles(): Styles {
    return [
      ["display", "grid"],
      ...GRID.map(([attribute, property]): [string, string] => [property, this.responsive(attribute)]),
      ...this.gaps(),
      ...super.styles(),
    ];
  }
}

export class GridItem extends Box {
  static override observedAttributes = [...BOX, "gridcolumn", "gridrow"];

  protected override styles(): Styles {
    return [["grid-column", this.text("gridColumn")], ["grid-row", this.text("gridRow")], ...super.styles()];
  }
}

/** `s-query-container` is asked for its width, `s-scroll-box` scrolls: both are boxes. */
export class QueryContainer extends Box {}
export class ScrollBox extends Box {
  protected override styles(): Styles {
    return [...super.styles(), ["overflow", "auto"]];
  }
}
