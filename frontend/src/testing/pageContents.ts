/**
 * Everything that a page contains: texts, attributes and input values. Unlike the page's HTML it is not
 * escaped, so that a secret with an `&` is found too. Browser tests run this function inside the page,
 * so it must not refer to anything outside itself.
 */
export function pageContents(): string {
  const values = Array.from(document.querySelectorAll('*')).flatMap((element) => [
    ...Array.from(element.attributes, (attribute) => attribute.value),
    ...(element instanceof HTMLInputElement ? [element.value] : []),
  ]);
  return [document.title, document.body.textContent, ...values].join('\n');
}
