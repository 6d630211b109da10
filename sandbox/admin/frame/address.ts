/**
 * The frame's own address: it follows the app, so that reload and links lead to the same page, and
 * it holds the steps that "back" and "forward" go, which the app is then asked to go too.
 */
export function createAddress(
  base: string,
  saveBar: { mayLeave: () => Promise<boolean> },
  restore: (href: string) => void,
) {
  const here = () => location.pathname.slice(base.length) + location.search;
  let shown = here();
  let isConnected = false;

  async function goBack(): Promise<void> {
    const wanted = here();
    if (!(await saveBar.mayLeave())) {
      history.pushState(null, "", base + shown);
      return;
    }
    // A page that cannot be led (it is still loading, or failed) is opened anew at the address.
    if (!isConnected) return location.reload();
    shown = wanted;
    restore(wanted);
  }

  addEventListener("popstate", () => void goBack());

  return {
    follow(path: string, pushed: boolean): void {
      isConnected = true;
      if (path === shown) return;
      history[pushed ? "pushState" : "replaceState"](null, "", base + path);
      shown = path;
    },
  };
}
