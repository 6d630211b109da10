/** What the control panel does beyond plain forms; without it everything still works. */
function confirmForms(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    const question = form.dataset.confirm;
    if (question && !confirm(question)) {
      event.preventDefault();
      return;
    }
    // A second click would do it twice.
    for (const button of form.querySelectorAll<HTMLButtonElement>("button[type=submit]")) {
      button.disabled = true;
      button.setAttribute("aria-busy", "true");
    }
  });
  // Pages taken from the back/forward cache come as they were left.
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    for (const button of document.querySelectorAll<HTMLButtonElement>("button[aria-busy]")) {
      button.disabled = false;
      button.removeAttribute("aria-busy");
    }
  });
}

/** As many lines as an order needs: another one appears below the last that is used. */
function growLines(): void {
  for (const lines of document.querySelectorAll<HTMLElement>("[data-lines]")) {
    lines.addEventListener("change", () => {
      const rows = [...lines.querySelectorAll<HTMLElement>(".line")];
      const last = rows.at(-1);
      const product = last?.querySelector<HTMLInputElement | HTMLSelectElement>("[name=variant]");
      if (!last || !product?.value) return;
      const next = last.cloneNode(true) as HTMLElement;
      for (const field of next.querySelectorAll<HTMLInputElement>("input"))
        field.value = field.name === "quantity" ? "1" : "";
      for (const field of next.querySelectorAll("select")) field.value = "";
      lines.append(next);
    });
  }
}

const LOOKS = 30;

/** Looks again while an answer of the app is outstanding. */
async function followResult(): Promise<void> {
  for (let look = 0; look < LOOKS; look++) {
    const box = document.querySelector<HTMLElement>("#result[data-pending]");
    if (!box) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const response = await fetch(`/sandbox/results/${box.dataset.number}`);
    box.outerHTML = await response.text();
  }
}

confirmForms();
growLines();
void followResult();
document.querySelector<HTMLElement>(".problem")?.focus();
