/** Nobody answered, or not well: what that means, and a way on. */
export function Trouble({
  t,
  text,
  again,
}: {
  t: (key: string) => string;
  text: string | null;
  again: () => void;
}) {
  return (
    <s-stack gap="base">
      <s-text tone="warning">{text ?? t("trouble.text")}</s-text>
      <s-button onClick={again}>{t("trouble.retry")}</s-button>
    </s-stack>
  );
}
