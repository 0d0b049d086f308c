// Answers with the page of an event's day where there is no network: that page alone, which is all that it is registered for, and what
// that is drawn with.
const kept = async (key) => {
  for (const name of await caches.keys()) {
    const found = name.startsWith('placet-day-') && await (await caches.open(name)).match(key, { ignoreVary: true });
    if (found) return found;
  }
  return undefined;
};
const page = async (request) => {
  const { origin, pathname } = new URL(request.url);
  try {
    const answer = await fetch(request);
    // A server that is there, behind which nothing is, is no network either.
    return answer.status >= 502 && answer.status <= 504 ? (await kept(origin + pathname)) ?? answer : answer;
  } catch (fault) {
    const found = await kept(origin + pathname);
    if (found) return found;
    throw fault;
  }
};
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (new URL(request.url).pathname.startsWith('/assets/')) {
    event.respondWith(kept(request.url).then((found) => found ?? fetch(request)));
  }
});
