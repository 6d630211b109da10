/**
 * Who may import whom. Each room is forbidden everything of the project but what stands in its row, so a new room is
 * closed until it is let in. Imports of types count as imports. Tests beside the code may import anything.
 */
const ROOMS = [
  { room: "loyalty" },
  { room: "insight", types: ["loyalty"] },
  // What the store tells is kept as it was told, so db knows the shapes of the port; the queue lives in the database.
  { room: "db", may: ["loyalty", "jobs"], types: ["insight", "port"] },
  { room: "jobs", may: ["loyalty", "db"], types: ["insight"] },
  { room: "commerce", may: ["loyalty"] },
  { room: "messages", may: ["loyalty"] },
  // How other loyalty apps write their files: pure, like the core, and told the time.
  { room: "moving", may: ["loyalty"] },
  { room: "use-cases", may: ["loyalty", "insight", "moving", "db", "jobs", "port"] },
  // Words for people, by language, and how numbers and dates are written: what the core explains is put into them.
  { room: "texts", may: ["loyalty"] },
  { room: "components", may: ["texts"], types: ["loyalty"] },
  { room: "routes", may: ["use-cases", "components", "texts", "loyalty", "switchboard"] },
  {
    room: "switchboard",
    may: ["loyalty", "insight", "moving", "db", "jobs", "commerce", "messages", "use-cases", "texts"],
  },
];

/** The folders and files of a room; `port` is a part of two rooms that others may know. */
const PATHS = {
  port: "^app/(commerce/(platform|store-state|catalogue-store|reward-store|perk-store|pick-store|segment-store)|messages/port)\\.ts$",
  // What the framework starts from are doors as well.
  routes: "^app/(routes/|root\\.tsx$|entry\\.(server|client)\\.tsx$|load-context\\.d\\.ts$)",
  switchboard: "^app/[^/]+\\.server\\.ts$",
};

const TESTS = "\\.test\\.tsx?$";
const FRAMEWORKS =
  "node_modules/(@remix-run|react|react-dom|express|@shopify|@prisma|prisma|pg|pg-boss|@electric-sql|pino)/";
const LOYALTY_MAY_USE = "node_modules/(zod|temporal-polyfill|temporal-spec|yaml)/|^(node:)?crypto$";

const pathOf = (room) => PATHS[room] ?? `^app/${room}/`;

export default {
  forbidden: [
    ...ROOMS.map(({ room, may = [], types = [] }) => ({
      name: `${room}-knows-its-row`,
      comment: `${room} may import itself${[...may, ...types].map((other) => `, ${other}`).join("")}`,
      severity: "error",
      from: { path: pathOf(room), pathNot: TESTS },
      to: {
        path: "^(app|sandbox|extensions|bin|bench|tests)/",
        pathNot: [room, ...may, ...types].map(pathOf),
      },
    })),
    ...ROOMS.filter(({ types }) => types).map(({ room, types }) => ({
      name: `${room}-imports-types-only`,
      comment: `${room} may know the types of ${types.join(" and ")}, and run nothing of it`,
      severity: "error",
      from: { path: pathOf(room), pathNot: TESTS },
      to: { path: types.map(pathOf), dependencyTypesNot: ["type-only"] },
    })),
    {
      name: "loyalty-is-pure",
      comment: "the core uses a schema, a calendar and a hash, and no clock, network, database or framework",
      severity: "error",
      from: { path: pathOf("loyalty"), pathNot: TESTS },
      to: { path: "node_modules/", pathNot: LOYALTY_MAY_USE },
    },
    {
      name: "loyalty-touches-nothing",
      comment: "of Node, the core uses the hash alone",
      severity: "error",
      from: { path: pathOf("loyalty"), pathNot: TESTS },
      to: { dependencyTypes: ["core"], pathNot: LOYALTY_MAY_USE },
    },
    {
      name: "use-cases-know-no-framework",
      comment: "a use case takes what it needs; it knows neither the framework nor the driver",
      severity: "error",
      from: { path: pathOf("use-cases"), pathNot: TESTS },
      to: { path: FRAMEWORKS },
    },
    {
      name: "sandbox-knows-no-app",
      comment: "the sandbox is Shopify to the app: it knows its manifest, and nothing of its code",
      severity: "error",
      from: { path: "^sandbox/", pathNot: TESTS },
      to: { path: "^(app|bin|bench|tests)/" },
    },
    {
      name: "extensions-know-the-summary",
      comment: "a surface knows of the app what the storefront reads, and nothing else",
      severity: "error",
      // What their tests share plays the platform, which the sandbox can.
      from: { path: "^extensions/", pathNot: `${TESTS}|^extensions/[^/]+/testing/` },
      to: { path: "^(app|sandbox|bin|bench|tests)/", pathNot: "^app/loyalty/summary\\.ts$" },
    },
    {
      name: "no-circle",
      comment: "two files of the app that need each other are one file, or three",
      severity: "error",
      from: { path: "^app/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(build|node_modules/.+/node_modules)/|^tools/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
