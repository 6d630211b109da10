import { GraphQLError } from "graphql";
import { loadRequiredScopes, type RequiredScopes } from "../../schema/admin-schema.ts";

const DOCUMENTATION = "https://shopify.dev/api/usage/access-scopes";

let required: ReadonlyMap<string, RequiredScopes> | null = null;

/** What one token may see and do. */
export class Access {
  readonly #granted: ReadonlySet<string>;

  constructor(scopes: readonly string[]) {
    this.#granted = new Set(scopes.flatMap((scope) => [scope, scope.replace(/^write_/, "read_")]));
  }

  has(scope: string): boolean {
    return this.#granted.has(scope);
  }

  /** Throws Shopify's ACCESS_DENIED where a type ("Order") or field ("Mutation.customerUpdate") asks for more. */
  require(name: string, field: string): void {
    required ??= loadRequiredScopes();
    const scopes = required.get(name);
    if (scopes) this.requireAll(scopes, field);
  }

  requireAll(scopes: RequiredScopes, field: string): void {
    const missing = scopes.filter((alternatives) => !alternatives.some((scope) => this.#granted.has(scope)));
    if (missing.length > 0) throw accessDenied(field, missing);
  }
}

function accessDenied(field: string, missing: RequiredScopes): GraphQLError {
  const requiredAccess = `${missing.map(nameAlternatives).join(" and ")}.`;
  return new GraphQLError(`Access denied for ${field} field. Required access: ${requiredAccess}`, {
    extensions: { code: "ACCESS_DENIED", documentation: DOCUMENTATION, requiredAccess },
  });
}

/** "`read_a` access scope, `read_b` access scope or `read_c` access scope", as Shopify writes it. */
function nameAlternatives(scopes: readonly string[]): string {
  const named = scopes.map((scope) => `\`${scope}\` access scope`);
  const last = named.pop() ?? "";
  return named.length > 0 ? `${named.join(", ")} or ${last}` : last;
}
