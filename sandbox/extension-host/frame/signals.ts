import type { SubscribableSignalLike } from "@shopify/ui-extensions/checkout";

type SignalClass = new <T>(value: T) => { value: T };
interface Cell {
  value: unknown;
}

const plainCell: new (value: unknown) => Cell = class {
  value: unknown;
  constructor(value: unknown) {
    this.value = value;
  }
};

interface Options<State> {
  /** What tells one value from the next, where that is not the value itself. */
  key?: (state: State) => unknown;
}

/**
 * Values that change while an extension runs. Once it brings Preact's signals along (`shopify.setSignals`), reading
 * `.value` while rendering is enough to be rendered anew.
 */
export class Signals<State> {
  #state: State;
  #cellClass: new (value: unknown) => Cell = plainCell;
  readonly #all: { refresh: () => void; rebuild: () => void }[] = [];

  constructor(state: State) {
    this.#state = state;
  }

  get state(): State {
    return this.#state;
  }

  /** A value of the state; subscribers hear of it when it is another one than before. */
  of<T>(select: (state: State) => T, { key = select }: Options<State> = {}): SubscribableSignalLike<T> {
    const subscribers = new Set<(value: T) => void>();
    let known = select(this.#state);
    let knownKey = JSON.stringify(key(this.#state));
    let cell: Cell = new this.#cellClass(known);
    this.#all.push({
      refresh: () => {
        const freshKey = JSON.stringify(key(this.#state));
        if (freshKey === knownKey) return;
        knownKey = freshKey;
        const value = select(this.#state);
        known = value;
        cell.value = value;
        for (const subscriber of subscribers) subscriber(value);
      },
      rebuild: () => {
        cell = new this.#cellClass(known);
      },
    });
    return {
      get value() {
        return cell.value as T;
      },
      get current() {
        return known;
      },
      subscribe(subscriber) {
        subscribers.add(subscriber);
        return () => subscribers.delete(subscriber);
      },
      destroy: () => Promise.resolve(subscribers.clear()),
    };
  }

  set(state: State): void {
    this.#state = state;
    for (const { refresh } of this.#all) refresh();
  }

  setSignals(signalClass: SignalClass): void {
    this.#cellClass = signalClass;
    for (const { rebuild } of this.#all) rebuild();
  }
}
