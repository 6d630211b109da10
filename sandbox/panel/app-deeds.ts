import { act } from "./deeds.ts";
import type { Deed } from "./deeds.ts";

export const installApp: Deed = async (visit) => {
  await act(visit, { do: "app.install" });
  return { said: `${visit.sandbox.manifest.name} is installed in ${visit.shop.name}.`, next: "/sandbox" };
};

export const uninstallApp: Deed = async (visit) => {
  await act(visit, { do: "app.uninstall" });
  return {
    said: `${visit.sandbox.manifest.name} was uninstalled from ${visit.shop.name}.`,
    next: "/sandbox",
  };
};
