/** Roles, and why somebody may not do something. */
export const enStaff = {
  roles: { owner: "Owner", manager: "Manager", support: "Support", "read-only": "Read-only" },
  notAllowed: {
    title: "Your role does not allow this",
    ask: (role: string) =>
      `You have the role “${role}”. An owner of the shop can give you another under Settings, Staff.`,
    why: {
      "programme.draft": "Only owners and managers may change the programme.",
      "programme.publish": "Only owners and managers may publish, pause or archive the programme.",
      "points.adjust": "Only owners, managers and support may give or take points.",
      "members.manage": "Only owners, managers and support may do this for a member.",
      "members.bulk": "Only owners and managers may merge members or act on many at once.",
      "members.export": "Only owners and managers may download lists of members and personal data.",
      "members.erase": "Only an owner may erase a member.",
      "rewards.manage": "Only owners and managers may change rewards and their codes.",
      "insight.manage": "Only owners and managers may change anything under Insight.",
      operations: "Only owners and managers may do this.",
      "staff.manage": "Only an owner may give roles, and keys to other apps.",
      settings: "Only owners and managers may change settings.",
    },
  },
};
