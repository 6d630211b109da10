import type { Placed } from "../../protocol.ts";
import type { Answers } from "../answers.ts";
import { Frame } from "../frame.ts";

/** An action over the page, until it closes itself or is closed. */
export function openAction(placed: Placed, answers: Answers, closed: () => void = () => undefined): void {
  const frame = new Frame(placed, answers);
  const dialog = document.createElement("dialog");
  dialog.className = "extension-action";
  dialog.setAttribute("aria-label", placed.name);
  dialog.append(frame.box);
  dialog.addEventListener("close", () => {
    frame.close();
    dialog.remove();
    closed();
  });
  document.body.append(dialog);
  dialog.showModal();
}
