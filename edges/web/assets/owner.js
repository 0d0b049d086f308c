// Takes away the pages that this browser kept for somebody else, or for another role of the same person. What was made on them and not
// sent stays, and is sent when its owner is here again.
(() => {
  const { owner } = document.currentScript.dataset;
  if (!('caches' in globalThis)) return;
  const own = `placet-day-${owner}`;
  caches.keys().then((names) => names
    .filter((name) => name.startsWith('placet-day-') && name !== own)
    .map((name) => caches.delete(name)), () => {});
})();
