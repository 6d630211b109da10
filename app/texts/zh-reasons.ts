import type { enReasons } from "./en-reasons.ts";

export const zhReasons: typeof enReasons = {
  "is empty": "为空",
  "is not a number of points": "不是积分数",
  "is not a date": "不是日期",
  "is not a birthday": "不是生日",
  "is not an e-mail address": "不是邮箱地址",
  "is not a Shopify customer id": "不是 Shopify 顾客编号",
  "is not a referral code or link": "不是推荐码或推荐链接",
  "is over, so these points are gone already": "已过，这些积分已经失效",
  "has more digits than a balance can have": "位数超过了余额的上限",
  "was shortened by a spreadsheet, so its last digits are lost": "被电子表格缩短，末尾的数字已丢失",
  "is no customer of your store": "不是您店铺的顾客",
  "belongs to several customers of your store": "对应您店铺的多位顾客",
  "was erased at the customer's own request": "已应顾客本人要求删除",
  "names a customer whom a row above names already": "与上方某一行是同一位顾客",
  "names a customer whom another import has brought in already": "的顾客已由另一个文件迁入",

  "write what the points changed by, such as -50": "请填写积分的增减，例如 -50",
  'write digits only, with "{1}" before decimals where there are any':
    "请只填写数字；如有小数，小数点写作“{1}”",
  "write a number of at most {1} digits": "请填写最多 {1} 位的数字",
  "write it as year-month-day, such as 2026-12-31": "请按年-月-日填写，例如 2026-12-31",
  "write month and day, such as 05-27, or leave it empty": "请填写月和日，例如 05-27，或留空",
  "write the day on which it happened": "请填写发生的日期",
  "write the customer's e-mail address or their Shopify customer id": "请填写顾客的邮箱或其 Shopify 顾客编号",
  "write the number that ends the customer's address in Shopify": "请填写该顾客在 Shopify 中网址末尾的数字",
  "write the address as it stands in Shopify": "请按 Shopify 中的写法填写邮箱",
  "write the code alone, or leave it empty": "请只填写推荐码，或留空",
  "remove the row, or write the later date until which the points should hold":
    "请删除此行，或填写积分应有效到的更晚日期",
  "format the column as a number without decimals and export it again":
    "请将该列设为不带小数的数字格式，然后重新导出",
  "format the column as text and export it again, or match by e-mail address":
    "请将该列设为文本格式后重新导出，或改用邮箱匹配",
  "add the customer in Shopify first, or mend the spelling, and move this row in again":
    "请先在 Shopify 中添加该顾客，或更正拼写，然后重新迁入此行",
  "mend the spelling": "请更正拼写",
  "name the one you mean by their Shopify customer id": "请用 Shopify 顾客编号指明是哪一位",
  "remove the row; what was erased does not come back": "请删除此行；已删除的内容不会恢复",
  "put both balances into one row, or choose the column that holds the lots' dates":
    "请将两笔余额合并到一行，或选择含有各批积分日期的列",
  "remove the row, or allow customers to be brought in again": "请删除此行，或允许再次迁入会员",

  "The file is empty. Export it again, and choose the file anew.": "文件是空的。请重新导出并再次选择。",
  "This is a spreadsheet or an archive, not a CSV file. Save it as CSV, then choose that.":
    "这是电子表格或压缩包，不是 CSV 文件。请另存为 CSV 后再选择。",
  "This is not a text file. Save it as CSV, then choose that.": "这不是文本文件。请另存为 CSV 后再选择。",
  "The file has {1} columns; {2} can be taken in. Remove what is not needed.":
    "文件有 {1} 列，最多可迁入 {2} 列。请删除不需要的列。",
  "The first row holds an e-mail address where the names of the columns should stand. Add a row with their names above it.":
    "第一行应为各列的名称，却是一个邮箱地址。请在其上方添加一行列名。",
  "There is no row in the file. Export it again, and choose the file anew.":
    "文件中没有任何行。请重新导出并再次选择。",
  "The file cannot be read after row {1}: the next one is longer than 64 KB. Shorten it, and choose the file anew.":
    "文件在第 {1} 行之后无法读取：下一行超过 64 KB。请将其缩短，然后重新选择文件。",
  'The file cannot be read after row {1}: a quote (") opens there that is not closed. Close or remove it, and choose the file anew.':
    "第 {1} 行之后无法读取：那里有一个未闭合的引号。请闭合或删除它，然后再次选择文件。",
  "The file has more than {1} rows. Split it into smaller ones.": "文件超过 {1} 行。请拆分成较小的文件。",
  "There is no row below the heading. Export the file again.": "标题行下方没有任何行。请重新导出文件。",
  "the ledger has {1} points more than the file": "账本比文件多 {1} 积分",
  "{1} rows were used meanwhile and stay": "有 {1} 行在此期间已被使用，予以保留",

  "The body is not JSON, so it cannot be read. Where the store sends it again whole, that one counts.":
    "收到的内容不是 JSON，无法读取。如果店铺再次完整发送，则以那一次为准。",
  "the payload has an unknown shape": "消息的结构未知",
  "{1} is missing or is no whole number.": "{1} 缺失或不是整数。",
  "{1} is missing or is no number.": "{1} 缺失或不是数字。",
  "{1} is missing or is no string.": "{1} 缺失或不是文本。",
  "{1} is missing or is no array.": "{1} 缺失或不是列表。",
  "{1} is missing or is no object.": "{1} 缺失或结构不符。",
  "{1} is missing or is no boolean.": "{1} 缺失或既不是 true 也不是 false。",
  "{1} is below {2}.": "{1} 小于 {2}。",
  "{1} is above {2}.": "{1} 大于 {2}。",
  "{1} is not written as it should be.": "{1} 的写法不符合要求。",
  "{1} is of another kind than it should be.": "{1} 的类型不符合要求。",
  "nobody here handles {1}": "此处不处理“{1}”",
  "not an id of Shopify: {1}": "不是 Shopify 的 ID：{1}",
  "{1} answered with status {2}": "{1} 返回状态 {2}",
  "{1} did not answer: {2}": "{1} 没有回应：{2}",
  "{1} has given us no token": "{1} 没有授予本应用访问权限",
  "not an amount of money: {1}": "{1} 不是金额",
  "{1} has {2} decimals: {3}": "{1} 有 {2} 位小数，此处为 {3}",
  "the customer has no created_at": "顾客缺少 created_at",
  "the order has neither processed_at nor created_at": "订单缺少 processed_at 和 created_at",
  "the refund does not say in which currency its amounts are": "退款未说明金额的货币",
  "the order is in {1} and the programme in {2}: save a programme in {3}, then try again":
    "订单使用 {1}，计划使用 {2}：请保存一个使用 {3} 的计划，然后重试",
};
