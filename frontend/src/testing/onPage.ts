/**
 * All that a page holds, in its own characters: HTML would write `&` as `&amp;`, and hide a secret
 * from a test. Browser tests run it in the page, so it uses nothing from around it.
 */
export function onPage(): string {
  const held = Array.from(document.querySelectorAll('*')).flatMap((element) => [
    ...Array.from(element.attributes, (attribute) => attribute.value),
    ...(element instanceof HTMLInputElement ? [element.value] : []),
  ]);
  return [document.title, document.body.textContent, ...held].join('\n');
}
