import type { CSSProperties } from "react";

interface PlainPageProps {
  words: { title: string; text: string; help: string };
}

const PAGE: CSSProperties = {
  minHeight: "100vh",
  margin: 0,
  padding: "16px",
  boxSizing: "border-box",
  display: "grid",
  placeItems: "center",
  background: "#f1f1f1",
  color: "#303030",
  font: "16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
};
const CARD: CSSProperties = {
  maxWidth: "32rem",
  padding: "32px 24px",
  boxSizing: "border-box",
  borderRadius: "12px",
  border: "1px solid #e3e3e3",
  background: "#fff",
  overflowWrap: "anywhere",
};

/** Outside Shopify's admin there is no frame to stand in, and no shop to speak of: what happened, and where to go. */
export function PlainPage({ words: { title, text, help } }: PlainPageProps) {
  return (
    <main style={PAGE}>
      <style>{"body{margin:0}"}</style>
      <div style={CARD}>
        <img src="/leaf.svg" alt="Perennial" width={40} height={40} />
        <h1 style={{ margin: "16px 0 8px", fontSize: "20px", lineHeight: 1.3 }}>{title}</h1>
        <p style={{ margin: "0 0 8px" }}>{text}</p>
        <p style={{ margin: 0 }}>{help}</p>
      </div>
    </main>
  );
}
