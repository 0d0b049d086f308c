// Saves a draft while one types. The page is whole without it: then one saves with the button.
(() => {
  const form = document.getElementById('draft');
  const saved = document.getElementById('saved');
  const version = form?.elements.namedItem('version');
  if (!form || !saved || !version) return;
  const { unsaved, elsewhere, offline } = form.dataset;
  let changed = false;
  let unreached = false;
  let stale = false;
  let timer;
  let saving;
  let pressed;
  const send = async () => {
    changed = false;
    unreached = false;
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        headers: { accept: 'application/json' },
        // A chosen file goes with the form itself, when it is added.
        body: new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string')),
        redirect: 'manual',
        signal: AbortSignal.timeout(10_000),
      });
      const told = await answer.json();
      if (answer.ok) {
        version.value = told.version;
        saved.textContent = told.saved;
      } else {
        // Once it was saved elsewhere, only its author can say which of the two stands.
        stale = answer.status === 409;
        saved.textContent = stale ? elsewhere : unsaved;
      }
    } catch {
      changed = true;
      unreached = true;
      saved.textContent = offline;
    }
  };
  const save = () => {
    saving ??= send().finally(() => {
      saving = undefined;
      if (changed && !unreached) wait();
    });
    return saving;
  };
  const wait = () => {
    clearTimeout(timer);
    if (!stale) timer = setTimeout(save, 1500);
  };
  form.addEventListener('input', () => {
    changed = true;
    wait();
  });
  addEventListener('online', () => {
    if (changed && !stale) save();
  });
  form.addEventListener('submit', async (event) => {
    clearTimeout(timer);
    if (!saving && !unreached) {
      changed = false;
      return;
    }
    // A saving under way would make the form's own sending stale, and an error page of the browser would lose what was
    // typed: the form goes after the saving, with the version it brings, and by the button that was pressed.
    event.preventDefault();
    const first = pressed === undefined;
    pressed = event.submitter;
    if (!first) return;
    await save();
    const by = pressed;
    pressed = undefined;
    if (!unreached) form.requestSubmit(by);
  });
})();
