type Check = (value: string) => string | null;

const MAX_SAFE = 9_007_199_254_740_991n;
const JSON_BYTES = 128 * 1024;
const TEXT_CHARACTERS = 65_536;

/** By type: what is wrong with a value, or null. A type that is missing here is not in the sandbox. */
const CHECKS: Record<string, Check> = {
  boolean: (value) => (value === "true" || value === "false" ? null : "Value must be true or false."),
  number_integer: checkInteger,
  number_decimal: (value) =>
    /^-?\d{1,13}(\.\d{1,9})?$/.test(value)
      ? null
      : "Value must be a decimal of up to 13 digits and 9 decimals.",
  single_line_text_field: (value) => {
    if (/[\r\n]/.test(value)) return "Value must be a single line text string.";
    return checkText(value);
  },
  multi_line_text_field: checkText,
  json: checkJson,
  date: (value) => (isDate(value) ? null : 'Value must be in "YYYY-MM-DD" format.'),
  date_time: (value) =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/.test(value) &&
    !Number.isNaN(Date.parse(value))
      ? null
      : 'Value must be in "YYYY-MM-DDTHH:MM:SS" format.',
  url: (value) => (URL.canParse(value) ? null : "Value must be a valid URL."),
  color: (value) => (/^#[0-9a-fA-F]{6}$/.test(value) ? null : "Value must be a valid hex color."),
  customer_reference: reference("Customer"),
  product_reference: reference("Product"),
  variant_reference: reference("ProductVariant"),
  collection_reference: reference("Collection"),
  order_reference: reference("Order"),
};

/** "list.x" holds a JSON array of what "x" allows. */
const LIST = /^list\.(.+)$/;

export function isKnownType(type: string): boolean {
  return Object.hasOwn(CHECKS, LIST.exec(type)?.[1] ?? type);
}

/** What is wrong with a value of a type (as the merchant would read it), or null. */
export function faultOfValue(type: string, value: string): string | null {
  if (value === "") return "can't be blank";
  const element = LIST.exec(type)?.[1];
  if (element === undefined) return CHECKS[type]?.(value) ?? null;
  const list = parseJson(value);
  if (!Array.isArray(list)) return "Value must be an array.";
  for (const item of list) {
    const fault = CHECKS[element]?.(String(item));
    if (fault) return fault;
  }
  return null;
}

function checkInteger(value: string): string | null {
  if (!/^-?\d+$/.test(value)) return "Value must be an integer.";
  const number = BigInt(value);
  if (number > MAX_SAFE) return `Value has a maximum of ${MAX_SAFE}.`;
  return number < -MAX_SAFE ? `Value has a minimum of -${MAX_SAFE}.` : null;
}

function checkJson(value: string): string | null {
  if (Buffer.byteLength(value) > JSON_BYTES) return "Value is too large: JSON metafields hold up to 128 KB.";
  return parseJson(value) === undefined ? "Value is invalid JSON." : null;
}

function checkText(value: string): string | null {
  return value.length > TEXT_CHARACTERS ? `Value has a maximum length of ${TEXT_CHARACTERS}.` : null;
}

function reference(type: string): Check {
  const pattern = new RegExp(`^gid://shopify/${type}/\\d+$`);
  return (value) => (pattern.test(value) ? null : `Value must be a valid ${type.toLowerCase()} reference.`);
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
