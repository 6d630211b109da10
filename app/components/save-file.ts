/** A link would leave without the token that says who asks; what the page itself fetches carries it. */
export async function saveFile(path: string, name: string): Promise<boolean> {
  try {
    const response = await fetch(path);
    if (!response.ok) return false;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await response.blob());
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
    return true;
  } catch {
    return false;
  }
}
