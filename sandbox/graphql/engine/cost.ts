import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

/**
 * Query cost as Shopify counts it (shopify.dev, "GraphQL Admin API rate limits": scalars 0, objects 1, interfaces and
 * unions the dearest selection, connections by their size, mutations 10). How a connection's size counts is not
 * written there; 2 + ⌊2 ln n⌋ times its node, with money and page info for nothing, is what its published figures
 * have in common (cost.test.ts lists them).
 */
const MUTATION = 10;
const CONNECTION = 2;
const FREE_OBJECTS = new Set(["MoneyBag", "MoneyV2", "PageInfo"]);

type Variables = Record<string, unknown>;

export type CostQuestion = {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Variables;
};

/** What a query may cost at most, known before it runs: admission is decided by it. */
export function requestedCost(question: CostQuestion): number {
  return new CostCounter(question).count(null);
}

/** What it did cost, by the nodes there really were: this is taken out of the bucket. */
export function actualCost(question: CostQuestion, data: unknown): number {
  return new CostCounter(question).count(data);
}

/** `null` where only the largest possible size is known. */
type Data = unknown;

class CostCounter {
  readonly #question: CostQuestion;
  readonly #fragments: Map<string, FragmentDefinitionNode>;
  #actual = false;

  constructor(question: CostQuestion) {
    this.#question = question;
    const fragments = question.document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  count(data: Data): number {
    const { schema, operation } = this.#question;
    const root = schema.getRootType(operation.operation);
    this.#actual = data !== null;
    if (!root) return 0;
    if (operation.operation === OperationTypeNode.MUTATION)
      return MUTATION * this.#fieldsOf(operation.selectionSet).length;
    return Math.ceil(this.#selection(operation.selectionSet, root, data));
  }

  #selection(selections: SelectionSetNode, type: GraphQLCompositeType, data: Data): number {
    let sum = 0;
    let dearestAlternative = 0;
    for (const selection of selections.selections) {
      if (selection.kind === Kind.FIELD) {
        sum += this.#field(selection, type, data);
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#fragments.get(selection.name.value);
      if (!fragment) continue;
      const condition =
        fragment.typeCondition && this.#question.schema.getType(fragment.typeCondition.name.value);
      const inner = isCompositeType(condition) ? condition : type;
      const cost = this.#selection(fragment.selectionSet, inner, data);
      if (isAbstractType(type)) dearestAlternative = Math.max(dearestAlternative, cost);
      else sum += cost;
    }
    return sum + dearestAlternative;
  }

  #field(node: FieldNode, parent: GraphQLCompositeType, data: Data): number {
    const type = getNamedType(fieldOf(parent, node.name.value)?.type);
    if (!type || !isCompositeType(type) || !node.selectionSet) return 0;
    const value = this.#actual ? valueAt(data, node) : null;
    if (this.#actual && value === null) return 0;
    if (isObjectType(type) && type.name.endsWith("Connection")) return this.#connection(node, type, value);
    const each = (item: Data) =>
      baseCost(type) + this.#selection(node.selectionSet as SelectionSetNode, type, item);
    if (Array.isArray(value))
      return value.reduce<number>((sum, item) => sum + (item === null ? 0 : each(item)), 0);
    return each(value) * this.#listSize(node, parent);
  }

  /** Nodes cost what the dearest possible one does before the query runs, what they cost on average after it. */
  #connection(node: FieldNode, type: GraphQLObjectType, value: Data): number {
    const parts = this.#fieldsOf(node.selectionSet as SelectionSetNode);
    let cost = CONNECTION;
    for (const part of parts) {
      const name = part.name.value;
      if (name !== "nodes" && name !== "edges") continue;
      const items = this.#actual ? listOf(valueAt(value, part)) : [null];
      const size = this.#actual ? items.length : this.#pageSize(node);
      if (items.length === 0) continue;
      const inner = getNamedType(fieldOf(type, name)?.type);
      if (!isCompositeType(inner) || !part.selectionSet) continue;
      const own = name === "nodes" ? baseCost(inner) : 0;
      const sum = items.reduce<number>(
        (total, item) => total + own + this.#selection(part.selectionSet as SelectionSetNode, inner, item),
        0,
      );
      cost += weightOf(size) * (sum / items.length);
    }
    return cost;
  }

  #pageSize(node: FieldNode): number {
    const size = this.#argument(node, "first") ?? this.#argument(node, "last");
    return typeof size === "number" ? size : 0;
  }

  /** Lists by id count every id; lists with `first` count as a connection of that size does; others once. */
  #listSize(node: FieldNode, parent: GraphQLCompositeType): number {
    if (this.#actual) return 1;
    const ids = this.#argument(node, "ids");
    if (Array.isArray(ids)) return ids.length;
    const isList = String(fieldOf(parent, node.name.value)?.type).includes("[");
    const size = isList ? this.#pageSize(node) : 0;
    return size > 0 ? weightOf(size) : 1;
  }

  #argument(node: FieldNode, name: string): unknown {
    const argument = node.arguments?.find((candidate) => candidate.name.value === name)?.value;
    if (!argument) return undefined;
    if (argument.kind === Kind.VARIABLE) return this.#question.variables[argument.name.value];
    if (argument.kind === Kind.LIST) return argument.values;
    return argument.kind === Kind.INT ? Number(argument.value) : undefined;
  }

  #fieldsOf(selections: SelectionSetNode): FieldNode[] {
    return selections.selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection];
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#fragments.get(selection.name.value);
      return fragment ? this.#fieldsOf(fragment.selectionSet) : [];
    });
  }
}

function weightOf(size: number): number {
  return size < 1 ? 0 : Math.max(1, Math.floor(2 * Math.log(size)));
}

function baseCost(type: GraphQLCompositeType): number {
  return FREE_OBJECTS.has(type.name) ? 0 : 1;
}

function fieldOf(type: GraphQLCompositeType, name: string) {
  return "getFields" in type ? type.getFields()[name] : undefined;
}

function valueAt(data: Data, node: FieldNode): Data {
  const key = node.alias?.value ?? node.name.value;
  return data !== null && typeof data === "object" ? ((data as Record<string, unknown>)[key] ?? null) : null;
}

function listOf(value: Data): Data[] {
  return Array.isArray(value) ? value : [];
}
