import { toSVG } from "bwip-js/node";

/** The picture behind `s-qr-code`. */
export function qrPicture(content: string): Response {
  const svg = toSVG({
    bcid: "qrcode",
    text: content,
    paddingwidth: 2,
    paddingheight: 2,
    backgroundcolor: "FFFFFF",
  });
  return new Response(svg, { headers: { "content-type": "image/svg+xml" } });
}
