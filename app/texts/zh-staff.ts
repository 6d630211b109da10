import type { enStaff } from "./en-staff.ts";

export const zhStaff: typeof enStaff = {
  roles: { owner: "店主", manager: "经理", support: "客服", "read-only": "只读" },
  notAllowed: {
    title: "您的角色没有此权限",
    ask: (role) => `您的角色是“${role}”。店主可以在“设置 > 员工”中为您更换角色。`,
    why: {
      "programme.draft": "只有店主和经理可以修改积分计划。",
      "programme.publish": "只有店主和经理可以发布、暂停或归档积分计划。",
      "points.adjust": "只有店主、经理和客服可以增减积分。",
      "members.manage": "只有店主、经理和客服可以为会员执行此操作。",
      "members.bulk": "只有店主和经理可以合并会员或批量操作。",
      "members.export": "只有店主和经理可以下载会员名单和个人数据。",
      "members.erase": "只有店主可以删除会员。",
      "rewards.manage": "只有店主和经理可以更改奖励及其优惠码。",
      "insight.manage": "只有店主和经理可以更改“洞察”中的内容。",
      operations: "只有店主和经理可以执行此操作。",
      "staff.manage": "只有店主可以分配角色、为其他应用创建密钥。",
      settings: "只有店主和经理可以更改设置。",
    },
  },
};
