const SHOWN_MS = 5_000;

/** A line at the foot of the page that goes away by itself; null takes it away. */
export function showToast(content: string | null): void {
  document.querySelector(".extension-toast")?.remove();
  if (content === null) return;
  const toast = document.createElement("p");
  toast.className = "extension-toast";
  toast.setAttribute("role", "status");
  toast.textContent = content;
  document.body.append(toast);
  setTimeout(() => toast.remove(), SHOWN_MS);
}
