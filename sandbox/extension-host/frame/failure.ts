/** Says on the page itself that the extension broke: a blank place would look like an extension with nothing to say. */
export function showFailure(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  // The browser's remark about sizes that change while they are measured is no failure.
  if (reason.startsWith("ResizeObserver loop")) return;
  console.error("extension:", error);
  const box = document.createElement("p");
  box.setAttribute("role", "alert");
  box.className = "sandbox-failure";
  box.textContent = `The extension failed: ${reason}`;
  document.body.prepend(box);
}
