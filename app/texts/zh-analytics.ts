import type { enAnalytics } from "./en-analytics.ts";

export const zhAnalytics: typeof enAnalytics = {
  card: {
    showTable: "显示表格",
    hideTable: "隐藏表格",
    formula: "计算方法",
    csv: "下载 CSV",
    csvFailed: "暂时无法获取文件。没有丢失任何内容，请稍后再试。",
    rows: "查看明细",
  },
};
