import { html } from "../admin/markup.ts";
import type { Markup, Printable } from "../admin/markup.ts";
import type { PanelVisit } from "./visit.ts";

export interface FormOptions {
  /** Address the form is sent to: the page's own with a verb behind it. */
  action: string;
  title: string;
  submit: string;
  /** Said before the fields, in a sentence. */
  intro?: Printable;
  /** Asked before it is sent, where it cannot be undone. */
  confirm?: string;
  critical?: boolean;
}

/** The fields of one form; where it was refused, they hold what was typed. */
export class Fields {
  readonly #typed: FormData | null;

  constructor(visit: PanelVisit, action: string) {
    this.#typed = visit.problem?.action === action ? visit.problem.typed : null;
  }

  text(
    name: string,
    label: string,
    more: { value?: string | null; type?: string; hint?: string; list?: string; placeholder?: string } = {},
  ): Markup {
    const { type = "text", hint, list, placeholder } = more;
    const value = this.#value(name) ?? more.value ?? "";
    return labelled(
      label,
      html`<input
        type="${type}"
        name="${name}"
        value="${value}"
        ${attribute("list", list)}${attribute("placeholder", placeholder)}
        autocomplete="off"
      />`,
      hint,
    );
  }

  area(name: string, label: string, more: { value?: string; rows?: number; hint?: string } = {}): Markup {
    return labelled(
      label,
      html`<textarea name="${name}" rows="${more.rows ?? 6}" spellcheck="false">
${this.#value(name) ?? more.value ?? ""}</textarea>`,
      more.hint,
    );
  }

  select(
    name: string,
    label: string,
    options: readonly (readonly [value: string, label: string])[],
    more: { value?: string; hint?: string } = {},
  ): Markup {
    const chosen = this.#value(name) ?? more.value ?? options[0]?.[0];
    const list = options.map(
      ([value, text]) =>
        html`<option value="${value}" ${value === chosen && html` selected`}>${text}</option>`,
    );
    return labelled(
      label,
      html`<select name="${name}">
        ${list}
      </select>`,
      more.hint,
    );
  }

  check(name: string, label: string, checked = false): Markup {
    const ticked = this.#typed ? this.#typed.has(name) : checked;
    return html`<label class="check"
      ><input type="checkbox" name="${name}" value="on" ${ticked && html` checked`} />
      <span>${label}</span></label
    >`;
  }

  /** How many of something, from 0 to `most`, beside its name. */
  quantity(name: string, label: string, most: number): Markup {
    return html`<label class="line"
      ><span>${label}</span
      ><input type="number" name="${name}" min="0" max="${most}" value="${this.#value(name) ?? "0"}"
    /></label>`;
  }

  #value(name: string): string | null {
    const value = this.#typed?.get(name);
    return typeof value === "string" ? value : null;
  }
}

function labelled(label: string, input: Markup, hint: string | undefined): Markup {
  return html`<label class="field"
    ><span>${label}</span>${input}${hint && html`<small>${hint}</small>`}</label
  >`;
}

function attribute(name: string, value: string | undefined): Printable {
  return value !== undefined && html` ${name}="${value}"`;
}

/** A titled form in a box of its own, with what was wrong with it at its head. */
export function form(
  visit: PanelVisit,
  { action, title, submit, intro, confirm, critical }: FormOptions,
  content: (fields: Fields) => Printable,
): Markup {
  const problem = visit.problem?.action === action ? visit.problem.sentence : null;
  const id = action.replaceAll("/", "-");
  return html`<form
    class="box"
    method="post"
    action="${action}"
    aria-labelledby="h${id}"
    ${attribute("data-confirm", confirm)}
  >
    <h2 id="h${id}">${title}</h2>
    ${intro && html`<p class="intro">${intro}</p>`}
    ${problem && html`<p class="problem" role="alert" tabindex="-1">${problem}</p>`}
    ${content(new Fields(visit, action))}
    <p class="buttons"><button type="submit" ${critical && html` class="critical"`}>${submit}</button></p>
  </form>`;
}
