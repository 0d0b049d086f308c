// Keeps the page of an event's day for when there is no network, and what is made on it until it is sent. The page is whole without it.
(async () => {
  const told = document.getElementById('day')?.dataset;
  if (!told?.owner || !isSecureContext || !navigator.serviceWorker || !globalThis.indexedDB || !globalThis.caches) return;
  const connection = document.getElementById('connection');
  const unsent = document.getElementById('unsent');
  const others = document.getElementById('unsent-others');
  const here = location.origin + location.pathname;
  const clock = (instant) => new Intl.DateTimeFormat(document.documentElement.lang, {
    timeZone: told.zone, day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  }).format(new Date(instant));
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

  // What the server's clock shows: that of a phone may be wrong, and by how much is told with each page that comes from there.
  const now = () => new Date(Date.now() + Number(localStorage.getItem('placet-day-clock') ?? 0)).toISOString();
  const setClock = (shown) => localStorage.setItem('placet-day-clock', Date.parse(shown) - Date.now());

  // What was made, in a store of its own: each with its key, whose it is and where it is to be sent.
  const done = (request) => new Promise((yes, no) => {
    request.onsuccess = () => yes(request.result);
    request.onerror = () => no(request.error);
  });
  const opening = indexedDB.open('placet-day', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('made', { keyPath: 'key' });
  let store;
  try {
    store = await done(opening);
  } catch {
    return;
  }
  const made = (mode = 'readonly') => store.transaction('made', mode).objectStore('made');
  const all = async () => (await done(made().getAll())).sort((one, other) => (one.made < other.made ? -1 : 1));
  const put = (one) => done(made('readwrite').put(one));
  const remove = (key) => done(made('readwrite').delete(key));

  const element = (name, text, className) => {
    const node = document.createElement(name);
    node.textContent = text;
    if (className) node.className = className;
    return node;
  };
  const line = (one) => {
    const item = document.createElement('li');
    const what = element('strong', one.label);
    what.dir = 'auto';
    item.append(what);
    for (const text of one.words) item.append(element('p', text, 'govuk-body lines'));
    if (one.photo) item.append(element('p', told.photo, 'note'));
    // What is refused for good is not sent again; what is held is, since a role may come back.
    const why = one.refused ?? one.held;
    const said = why ? told.refused : told.waits;
    item.append(element('p', filled(said, { at: clock(one.made), why }), why ? 'govuk-error-message' : 'note'));
    if (why) {
      const button = element('button', told.remove, 'govuk-button govuk-button--secondary');
      button.type = 'button';
      button.addEventListener('click', async () => {
        await remove(one.key);
        await show();
      });
      item.append(button);
    }
    return item;
  };
  const show = async () => {
    const found = await all();
    const own = found.filter((one) => one.owner === told.owner);
    const names = [...new Set(found.filter((one) => one.owner !== told.owner).map((one) => one.reader))];
    unsent.querySelector('ul').replaceChildren(...own.map(line));
    others.hidden = names.length === 0;
    others.textContent = filled(told.others, { who: names.join(', ') });
    unsent.hidden = own.length === 0 && names.length === 0;
  };

  // Since when there is no network, as far as this page knows.
  let since;
  const say = (text) => {
    connection.textContent = text;
    connection.hidden = text === '';
  };
  const offline = () => {
    since ??= now();
    say(filled(told.offline, { since: clock(since), at: clock(told.asOf) }));
  };
  const keep = async () => {
    const cache = await caches.open(`placet-day-${told.owner}`);
    const drawn = performance.getEntriesByType('resource').map((one) => one.name);
    const assets = [...document.querySelectorAll('link[rel=stylesheet], script[src]')].map((one) => one.href || one.src);
    const wanted = [...new Set([...drawn, ...assets])].filter((address) => address.startsWith(`${location.origin}/assets/`));
    await Promise.all(wanted.map(async (address) => (await cache.match(address)) ?? cache.add(address)));
  };

  /** The page as the server has it now; nothing where it is not reached, or another reads there. */
  const fresh = async () => {
    const answer = await fetch(here, { headers: { accept: 'text/html' }, cache: 'no-store' });
    if (answer.status >= 502 && answer.status <= 504) throw new Error('nothing is there');
    if (!answer.ok || answer.redirected) return undefined;
    const copy = answer.clone();
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const shown = page.getElementById('day')?.dataset;
    if (shown?.owner !== told.owner) return undefined;
    setClock(shown.asOf);
    await (await caches.open(`placet-day-${told.owner}`)).put(here, copy);
    return { token: page.querySelector('input[name=token]').value };
  };
  /** Sends what was made; tells whether it is with the server. What is refused stays here, with why. */
  const send = async (one, token) => {
    const body = new FormData();
    for (const [name, value] of one.fields) body.append(name, value);
    body.set('token', token);
    body.set('key', one.key);
    body.set('made', one.made);
    if (one.photo) body.append('file', one.photo, one.photo.name);
    const answer = await fetch(one.action, { method: 'POST', headers: { accept: 'application/json' }, body, redirect: 'manual' });
    if (answer.ok) {
      await remove(one.key);
      return true;
    }
    // Nobody is at the other end; or there is no session, and nothing is said of what was made: it waits on.
    if (answer.status >= 502 && answer.status <= 504) throw new Error('nothing is there');
    if (answer.status === 0 || answer.status === 401 || answer.status === 429) return false;
    const problem = await answer.json().catch(() => ({}));
    const why = problem.faults?.map((fault) => fault.detail).join(' ') || problem.detail || String(answer.status);
    await put([400, 413, 422].includes(answer.status) ? { ...one, refused: why } : { ...one, held: why });
    return false;
  };
  let sending;
  const sendAll = async () => {
    let arrived = false;
    try {
      const reached = await fresh();
      since = undefined;
      if (!reached) {
        say(filled(told.signedOut, { who: told.reader }));
        return false;
      }
      say('');
      for (const one of await all()) {
        if (one.owner === told.owner && !one.refused) arrived = (await send(one, reached.token)) || arrived;
      }
    } catch {
      offline();
    }
    await show();
    return arrived;
  };
  const atOnce = () => {
    sending ??= sendAll().finally(() => {
      sending = undefined;
    });
    return sending;
  };
  const typing = () => [...document.querySelectorAll('form[data-keeps]')].some((form) =>
    [...form.elements].some((field) => (field.type === 'checkbox' ? field.checked : field.type === 'file' ? field.files.length > 0
      : field.localName === 'textarea' || field.type === 'text') && field.value !== field.defaultValue && field.value !== ''));
  // What arrived changes the page; nobody loses for it what is being typed.
  let changed = false;
  const look = async () => {
    changed = (await atOnce()) || changed;
    if (changed && !typing()) location.reload();
    return changed;
  };

  for (const form of document.querySelectorAll('form[data-keeps]')) {
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      // A second press before the first is done means the same.
      const button = form.querySelector('button');
      if (button.disabled) return;
      const data = new FormData(form);
      button.disabled = true;
      const photo = data.get('file');
      const one = {
        key: crypto.randomUUID(),
        owner: told.owner,
        reader: told.reader,
        action: form.action,
        label: form.dataset.label,
        fields: [...data].filter(([name, value]) => typeof value === 'string' && !['token', 'key', 'made'].includes(name)),
        words: ['words', 'note-what'].map((name) => data.get(name)).filter(Boolean),
        photo: photo instanceof File && photo.size > 0 ? photo : undefined,
        made: now(),
      };
      try {
        await put(one);
      } catch {
        // Where nothing can be kept, it goes as it would without a script.
        button.disabled = false;
        form.submit();
        return;
      }
      form.reset();
      // A sending that began before does not know of this one.
      await sending;
      const place = form.closest('section[id]')?.id;
      if (place) history.replaceState(null, '', `#${place}`);
      const arrived = await look();
      button.disabled = false;
      if (!arrived) unsent.scrollIntoView();
    });
  }
  addEventListener('online', look);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) look();
  });
  setInterval(look, 20_000);
  await show();
  try {
    await navigator.serviceWorker.register(told.worker, { scope: location.pathname });
    await keep();
  } catch {
    // It is a page like any other then.
  }
  await look();
  document.documentElement.dataset.kept = 'yes';
})();
