import type { PickerColumn } from "../protocol.ts";
import { button, dialogHeader, make, openDialog } from "./dom.ts";

export interface Choice {
  id: string;
  heading: string;
  data: string[];
  badges: { content: string; tone: string }[];
  thumbnail: string | null;
  disabled: boolean;
  /** Chosen with their parent, and each on its own: the variants of a product. */
  children: Choice[];
}

interface PickerOptions {
  heading: string;
  confirm: string;
  limit: number | null;
  columns: PickerColumn[];
  query: string;
  selected: ReadonlySet<string>;
  /** Which of the selected are children: they do not count towards the limit. */
  selectedChildren: ReadonlySet<string>;
  find(query: string): Promise<Choice[]>;
}

/** A dialog in which rows are searched and ticked. Resolves to the ticked ids, or null when dismissed. */
export function openPicker(options: PickerOptions): Promise<Set<string> | null> {
  return new Promise((resolve) => {
    const chosen = new Set(options.selected);
    const children = new Set(options.selectedChildren);
    const countParents = () => [...chosen].filter((id) => !children.has(id)).length;
    let answer: Set<string> | null = null;
    const list = make("ul", { class: "picker-list" });
    const tally = make("span", { class: "picker-tally", "aria-live": "polite" });
    const add = button(options.confirm, "primary", () => {
      answer = chosen;
      dialog.close();
    }) as HTMLButtonElement;

    const refresh = () => {
      const count = countParents();
      tally.textContent = options.limit === null ? `${count} selected` : `${count}/${options.limit} selected`;
      add.disabled = count === 0;
      for (const box of list.querySelectorAll("input")) box.checked = chosen.has(box.value);
    };
    const toggle = (choice: Choice, parent: Choice | null, ticked: boolean) => {
      if (options.limit === 1 && ticked && !(parent && chosen.has(parent.id))) chosen.clear();
      toggleChoice(chosen, choice, parent, ticked);
      if (options.limit !== null && countParents() > options.limit) {
        toggleChoice(chosen, choice, parent, false);
      }
      refresh();
    };

    async function search(query: string): Promise<void> {
      list.replaceChildren(make("li", { class: "picker-note" }, "Searching…"));
      const rows = await options.find(query);
      for (const child of rows.flatMap((row) => row.children)) children.add(child.id);
      list.replaceChildren(...rows.flatMap((choice) => drawChoice(choice, null, options.columns, toggle)));
      if (rows.length === 0)
        list.replaceChildren(make("li", { class: "picker-note" }, "Nothing matches. Try other words."));
      refresh();
    }

    const field = make("input", {
      type: "search",
      class: "picker-search",
      placeholder: "Search",
      "aria-label": "Search",
    }) as HTMLInputElement;
    field.value = options.query;
    let typing: ReturnType<typeof setTimeout>;
    field.addEventListener("input", () => {
      clearTimeout(typing);
      typing = setTimeout(() => void search(field.value), 150);
    });
    const dialog = openDialog(
      options.heading,
      "base",
      dialogHeader(options.heading, () => dialog.close()),
      make("div", { class: "picker-field" }, field),
      list,
      make(
        "footer",
        { class: "dialog-footer" },
        tally,
        button("Cancel", "secondary", () => dialog.close()),
        add,
      ),
    );
    dialog.addEventListener("close", () => resolve(answer));
    field.focus();
    void search(options.query);
  });
}

type Toggle = (choice: Choice, parent: Choice | null, ticked: boolean) => void;

function drawChoice(
  choice: Choice,
  parent: Choice | null,
  columns: PickerColumn[],
  toggle: Toggle,
): HTMLElement[] {
  const box = make("input", { type: "checkbox", disabled: choice.disabled }) as HTMLInputElement;
  box.value = choice.id;
  box.addEventListener("change", () => toggle(choice, parent, box.checked));
  const picture = choice.thumbnail
    ? [make("img", { src: choice.thumbnail, alt: "", width: "40", height: "40" })]
    : [];
  const badges = choice.badges.map(({ content, tone }) =>
    make("span", { class: "badge", "data-tone": tone }, content),
  );
  const data = choice.data.map((value, i) =>
    make("span", { class: "picker-data", "data-numeric": columns[i]?.numeric ?? false }, value),
  );
  const row = make("label", { class: parent ? "picker-row picker-child" : "picker-row" }, box, ...picture);
  row.append(make("span", { class: "picker-heading" }, choice.heading, ...badges), ...data);
  return [
    make("li", {}, row),
    ...choice.children.flatMap((child) => drawChoice(child, choice, columns, toggle)),
  ];
}

function toggleChoice(chosen: Set<string>, choice: Choice, parent: Choice | null, ticked: boolean): void {
  const mark = (id: string, on: boolean) => (on ? chosen.add(id) : chosen.delete(id));
  mark(choice.id, ticked);
  for (const child of choice.children) mark(child.id, ticked);
  if (parent)
    mark(
      parent.id,
      parent.children.some((child) => chosen.has(child.id)),
    );
}
