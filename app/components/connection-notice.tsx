import { Banner } from "@shopify/polaris";
import { useConnectionLost } from "./connection.ts";
import { useWords } from "./use-words.ts";

/** Says, over whatever page is open, that the app cannot be reached; goes by itself once it can. */
export function ConnectionNotice() {
  const { t } = useWords();
  const isLost = useConnectionLost();
  return (
    <div className="perennial-connection" role="status">
      {isLost ? <Banner tone="warning">{t.errors.offline}</Banner> : null}
    </div>
  );
}
