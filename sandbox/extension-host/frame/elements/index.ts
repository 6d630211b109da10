import { AdminAction, AdminBlock } from "./admin.ts";
import { Button, ButtonGroup, Clickable, Form, Link, Tile } from "./actions.ts";
import { Box, Grid, GridItem, QueryContainer, ScrollBox, Stack } from "./boxes.ts";
import { Choice, ChoiceList, SelectOption } from "./choices.ts";
import {
  Checkbox,
  DateField,
  EmailField,
  Field,
  NumberField,
  SearchField,
  Select,
  TextArea,
} from "./fields.ts";
import { showUnknown } from "./unknown.ts";
import { Announcement, Banner, EmptyState, Progress, SkeletonParagraph, Spinner } from "./messages.ts";
import { Details, Modal, Sheet, Summary } from "./overlays.ts";
import { ClipboardItem, Icon, Picture, QrCode } from "./pictures.ts";
import { stylePage } from "./sheets.ts";
import {
  Abbreviation,
  Badge,
  Chip,
  Divider,
  Heading,
  ListItem,
  OrderedList,
  Page,
  Paragraph,
  PosBlock,
  Section,
  Text,
  Time,
  UnorderedList,
} from "./words.ts";

const ELEMENTS: Record<string, CustomElementConstructor> = {
  "s-abbreviation": Abbreviation,
  "s-admin-action": AdminAction,
  "s-admin-block": AdminBlock,
  "s-announcement": Announcement,
  "s-badge": Badge,
  "s-banner": Banner,
  "s-box": Box,
  "s-button": Button,
  "s-button-group": ButtonGroup,
  "s-checkbox": Checkbox,
  "s-chip": Chip,
  "s-choice": Choice,
  "s-choice-list": ChoiceList,
  "s-clickable": Clickable,
  "s-clipboard-item": ClipboardItem,
  "s-date-field": DateField,
  "s-details": Details,
  "s-divider": Divider,
  "s-email-field": EmailField,
  "s-empty-state": EmptyState,
  "s-form": Form,
  "s-grid": Grid,
  "s-grid-item": GridItem,
  "s-heading": Heading,
  "s-icon": Icon,
  "s-image": Picture,
  "s-link": Link,
  "s-list-item": ListItem,
  "s-modal": Modal,
  "s-number-field": NumberField,
  "s-option": SelectOption,
  "s-ordered-list": OrderedList,
  "s-page": Page,
  "s-paragraph": Paragraph,
  "s-pos-block": PosBlock,
  "s-progress": Progress,
  "s-qr-code": QrCode,
  "s-query-container": QueryContainer,
  "s-scroll-box": ScrollBox,
  "s-search-field": SearchField,
  "s-section": Section,
  "s-select": Select,
  "s-sheet": Sheet,
  "s-skeleton-paragraph": SkeletonParagraph,
  "s-spinner": Spinner,
  "s-stack": Stack,
  "s-summary": Summary,
  "s-switch": class extends Checkbox {},
  "s-text": Text,
  "s-text-area": TextArea,
  "s-text-field": Field,
  "s-tile": Tile,
  "s-time": Time,
  "s-unordered-list": UnorderedList,
};

export function defineElements(): void {
  for (const [tag, element] of Object.entries(ELEMENTS)) customElements.define(tag, element);
  stylePage();
  showUnknown();
}
