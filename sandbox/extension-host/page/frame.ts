import type { Message, Notice, Placed, Question, SurfaceState } from "../protocol.ts";
import { answer, type Answers } from "./answers.ts";

/** One extension in its frame. The frame has no origin and no cookies: whatever it needs, it asks this page for. */
export class Frame {
  readonly element: HTMLIFrameElement;
  readonly placed: Placed;
  readonly #answers: Answers;
  readonly #box: HTMLElement;

  constructor(placed: Placed, answers: Answers) {
    this.placed = placed;
    this.#answers = answers;
    this.element = document.createElement("iframe");
    this.element.setAttribute("sandbox", "allow-scripts");
    this.element.src = `/extensions/frame/${placed.handle}`;
    this.element.title = placed.name;
    this.element.dataset.target = placed.target;
    this.element.className = "extension-frame";
    this.#box = document.createElement("div");
    this.#box.className = "extension-box";
    this.#box.append(this.element);
    addEventListener("message", this.#receive);
  }

  get box(): HTMLElement {
    return this.#box;
  }

  /** Tells the extension what changed. */
  update(state: SurfaceState): void {
    this.placed.state = state;
    this.#say({ say: "state", state });
  }

  close(): void {
    removeEventListener("message", this.#receive);
    this.#box.remove();
  }

  #say(message: Message): void {
    this.element.contentWindow?.postMessage(message, "*");
  }

  readonly #receive = ({ source, data }: MessageEvent<Notice | Question>): void => {
    if (source !== this.element.contentWindow) return;
    if ("ask" in data) void this.#answer(data);
    else if (data.tell === "ready") this.#say({ say: "start", placed: this.placed });
    else if (data.tell === "height") this.#box.style.height = this.element.style.height = `${data.pixels}px`;
    else if (data.tell === "overlay") this.#lay(data.open);
  };

  async #answer({ ask, number, values }: Question): Promise<void> {
    try {
      this.#say({ say: "answer", number, value: await answer(this.#answers, this, ask, values) });
    } catch (error) {
      this.#say({ say: "refusal", number, reason: error instanceof Error ? error.message : String(error) });
    }
  }

  /** Over the whole window, the content told where it was before; or back into its place. */
  #lay(open: boolean): void {
    const { top, left, width } = this.#box.getBoundingClientRect();
    if (open) this.#say({ say: "rect", top, left, width });
    this.element.toggleAttribute("data-over", open);
    document.documentElement.toggleAttribute("data-dialog", open);
  }
}
