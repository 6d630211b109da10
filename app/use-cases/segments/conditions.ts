/** Pure, so that the page and the server read definitions alike. */
export {
  BOUGHT_BY,
  conditionsIn,
  CONSENTS,
  isGroup,
  levelsOf,
  MOST_CONDITIONS,
  MOODS,
  MOST_LEVELS,
  ORDER_MEASURES,
  partsOf,
  POINT_FIGURES,
  PREDICTED,
  STANDINGS,
  type BoughtBy,
  type Condition,
  type Definition,
  type Group,
  type OrdersCondition,
  type Part,
  type Span,
  type When,
} from "../../insight/segments/definition.ts";
export { TOPICS } from "../../insight/sentiment/topics/terms.ts";
export { SEGMENTS as GROUPS, type Segment as GroupName } from "../../insight/segments/rfm.ts";
