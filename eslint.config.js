import js from "@eslint/js";
import prettier from "eslint-config-prettier";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

const NODE_GLOBALS = ["process", "console", "URL", "Request", "Headers", "setInterval", "clearInterval"];

export default defineConfig(
  globalIgnores([
    "build",
    "node_modules",
    ".data",
    "tools/node_modules",
    "app/commerce/shopify/generated",
    // Written by Shopify's command line.
    "extensions/*/shopify.d.ts",
  ]),
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      // A handler of a contract may have nothing to wait for, and still answers with a promise.
      "@typescript-eslint/require-await": "off",
      // Numbers are what templates are for.
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      // An interface's methods are handed on as functions here; nothing of ours reads `this`, apart from classes.
      "@typescript-eslint/unbound-method": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx"] }],
    },
  },
  {
    files: ["**/*.tsx", "app/{components,routes}/**/*.ts"],
    ...reactHooks.configs.flat["recommended-latest"],
  },
  {
    // Answers that end a request early are thrown, for the framework catches them.
    files: ["app/routes/**", "app/admin.server.ts", "app/shopify.server.ts"],
    rules: { "@typescript-eslint/only-throw-error": "off" },
  },
  {
    // What surrounds all pages changes right after it has come to life: a streamed boundary that still waits then is thrown
    // away and drawn anew (React's error 421).
    files: ["app/{components,routes}/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        { name: "@remix-run/react", importNames: ["Await"], message: "Use components/use-later.ts." },
      ],
    },
  },
  {
    files: ["app/loyalty/**"],
    rules: { "@typescript-eslint/no-non-null-assertion": "error" },
  },
  {
    // What a test reads of an answer is checked by the expectation itself.
    files: ["**/*.test.{ts,tsx}", "tests/**", "sandbox/testing/**"],
    rules: {
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
  {
    // Outside the types of the project: plain JavaScript, and tools with packages of their own.
    files: ["**/*.{js,mjs}", "tools/**"],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: Object.fromEntries(NODE_GLOBALS.map((name) => [name, "readonly"])) },
  },
  prettier,
);
