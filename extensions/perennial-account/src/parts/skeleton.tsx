/** As many lines as will stand here, so that nothing moves when they come. */
export function Skeleton({ lines }: { lines: readonly string[] }) {
  return (
    <s-stack gap="small">
      {lines.map((content, index) => (
        <s-skeleton-paragraph key={index} content={content} />
      ))}
    </s-stack>
  );
}
