/**
 * What the App Bridge stand-in (inside the app's iframe) and the admin frame around it say to each
 * other over postMessage. Both sides are compiled against this file, so a message cannot be sent
 * that the other side does not understand.
 */

/** Marks our messages among whatever else a page or a browser extension posts. */
export const CHANNEL = "sandbox-admin";

export interface NavItem {
  label: string;
  href: string;
  /** The link with rel="home" names the landing page and is not listed. */
  home: boolean;
}

export interface TitleAction {
  /** Position among the title bar's buttons and links: how the frame names it when it is pressed. */
  index: number;
  label: string;
  role: "primary" | "secondary" | "breadcrumb";
  /** Label of the drop-down the action stands in, or null. */
  group: string | null;
  critical: boolean;
  disabled: boolean;
  loading: boolean;
}

export interface TitleBarState {
  title: string;
  actions: TitleAction[];
}

export interface SaveBarState {
  saveLabel: string;
  saveDisabled: boolean;
  saveLoading: boolean;
  discardDisabled: boolean;
  discardConfirmation: boolean;
}

export type ModalSize = "small" | "base" | "large" | "max";

export interface ToastRequest {
  id: string;
  message: string;
  duration: number;
  isError: boolean;
  action: string | null;
}

export interface PickerColumn {
  content: string;
  numeric: boolean;
}

export interface PickerRow {
  id: string;
  heading: string;
  data: string[];
  badges: { content: string; tone: string }[];
  thumbnail: string | null;
  disabled: boolean;
  selected: boolean;
}

export interface PickerRequest {
  heading: string;
  /** How many rows may be chosen; null when there is no limit. */
  limit: number | null;
  columns: PickerColumn[];
  rows: PickerRow[];
}

export type ResourceType = "product" | "variant" | "collection";

export interface ResourcePickerRequest {
  type: ResourceType;
  action: "add" | "select";
  limit: number | null;
  query: string;
  /** Restricts what is listed and is never shown to the merchant. */
  filterQuery: string;
  showVariants: boolean;
  showDrafts: boolean;
  showArchived: boolean;
  selected: { id: string; variants: string[] }[];
}

export interface ScopesState {
  granted: string[];
  required: string[];
  optional: string[];
}

export interface StaffProfile {
  id: number;
  name: string;
  email: string;
  accountAccess: string;
}

/** Asked by the app's page; the frame answers each. */
export interface Questions {
  hello: { payload: { apiKey: string }; answer: { version: string } };
  idToken: { payload: null; answer: string };
  user: { payload: null; answer: StaffProfile };
  extensions: { payload: null; answer: unknown[] };
  scopes: { payload: null; answer: ScopesState };
  /** Where the app is now; `pushed` when it got there by a step that "back" should undo. */
  location: { payload: { path: string; pushed: boolean }; answer: null };
  titleBar: { payload: TitleBarState; answer: null };
  navMenu: { payload: NavItem[]; answer: null };
  saveBar: { payload: SaveBarState | null; answer: null };
  /** True when the merchant may leave the page: nothing is unsaved, or they said so. */
  leave: { payload: null; answer: boolean };
  toast: { payload: ToastRequest; answer: null };
  toastHide: { payload: string; answer: null };
  loading: { payload: boolean; answer: null };
  /** An inline modal is open inside the iframe, so the frame dims what surrounds it. */
  dim: { payload: boolean; answer: null };
  openWindow: {
    payload: { id: string; src: string; size: ModalSize; titleBar: TitleBarState };
    answer: null;
  };
  closeWindow: { payload: string; answer: null };
  resourcePicker: { payload: ResourcePickerRequest; answer: unknown[] | null };
  picker: { payload: PickerRequest; answer: string[] | null };
  redirect: { payload: { url: string; newTab: boolean }; answer: null };
}

/** Told by the frame to the app's page; nothing is answered. */
export interface Tidings {
  navigate: { href: string };
  /** Back or forward was pressed: the page the address names is wanted again. */
  restore: { href: string };
  titleAction: { index: number; windowId: string | null };
  saveBarAction: { action: "save" | "discard" };
  toastEnd: { id: string; how: "action" | "dismissed" | "expired" };
  dismissModal: null;
  windowClosed: { id: string };
}

export type Question = keyof Questions;
export type Tiding = keyof Tidings;

export type ToFrame = {
  [Q in Question]: { channel: typeof CHANNEL; ask: number; question: Q; payload: Questions[Q]["payload"] };
}[Question];

export type FromFrame =
  | { channel: typeof CHANNEL; answerTo: number; answer: unknown; error: string | null }
  | { [T in Tiding]: { channel: typeof CHANNEL; tiding: T; payload: Tidings[T] } }[Tiding];

export function isOurs(data: unknown): data is { channel: typeof CHANNEL } {
  return typeof data === "object" && data !== null && "channel" in data && data.channel === CHANNEL;
}
