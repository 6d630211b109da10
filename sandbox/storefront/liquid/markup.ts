import { namedArguments } from "./page.ts";

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

interface Image {
  src: string;
  alt?: string | null;
  width?: number;
  height?: number;
}

function imageOf(input: unknown): Image | null {
  if (typeof input === "string") return input === "" ? null : { src: input };
  if (typeof input !== "object" || input === null) return null;
  const image = input as Partial<Image> & { featured_image?: unknown };
  return typeof image.src === "string" ? { ...image, src: image.src } : imageOf(image.featured_image);
}

interface Model {
  sources: { url: string }[];
  alt: string | null;
  preview_image: Image | null;
}

function modelOf(input: unknown): Model {
  const model = input as Partial<Model & { media_type: string }> | null;
  if (model?.media_type !== "model") throw new Error("Liquid error: model_viewer_tag needs a model");
  return { sources: model.sources ?? [], alt: model.alt ?? null, preview_image: model.preview_image ?? null };
}

function attributes(values: Record<string, unknown>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
    .join("");
}

export const markupFilters = {
  /** Safe inside a script element too, as Shopify's. */
  json: (value: unknown): string =>
    (JSON.stringify(value) ?? "null").replace(
      /[<>&\u2028\u2029]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    ),
  /** The pictures are drawings, so every size is the same file; the size must be said all the same. */
  image_url(input: unknown, ...args: unknown[]): string {
    const { width, height } = namedArguments(args);
    if (width === undefined && height === undefined)
      throw new Error("Liquid error: image_url needs a width or a height");
    return imageOf(input)?.src ?? "";
  },
  image_tag(url: unknown, ...args: unknown[]): string {
    const { alt = "", loading = "lazy", ...rest } = namedArguments(args);
    return `<img${attributes({ src: url, alt, loading, ...rest })}>`;
  },
  /** Google's viewer as Shopify writes it; `image_size` is of the poster, whatever else is named is an attribute. */
  model_viewer_tag(input: unknown, ...args: unknown[]): string {
    const { image_size: _size, ...rest } = namedArguments(args);
    const { sources, alt, preview_image: poster } = modelOf(input);
    return `<model-viewer${attributes({
      src: sources[0]?.url ?? "",
      "camera-controls": true,
      style: "--poster-color: transparent;",
      "data-shopify-feature": "1.12",
      alt,
      poster: poster?.src,
      ...rest,
    })}></model-viewer>`;
  },
  stylesheet_tag: (url: unknown): string =>
    `<link href="${escapeHtml(String(url))}" rel="stylesheet" type="text/css" media="all">`,
  script_tag: (url: unknown): string => `<script src="${escapeHtml(String(url))}"></script>`,
  handleize: (text: unknown): string =>
    String(text)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, ""),
};
