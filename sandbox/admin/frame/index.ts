import { openStage } from "./app-stage.ts";
import type { StageData } from "./app-stage.ts";
import { enhanceMenus } from "./menus.ts";

enhanceMenus();

const data = document.getElementById("stage-data");
if (data) openStage(JSON.parse(data.textContent) as StageData);
