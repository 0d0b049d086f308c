// Saves a draft while one types. The page is whole without it: then one saves with the button.
(() => {
  const form = document.getElementById('draft');
  const saved = document.getElementById('saved');
  const version = form?.elements.namedItem('version');
  if (!form || !saved || !version) return;
  let changed = false;
  let waiting;
  let sending = false;
  const send = async () => {
    if (sending || !changed) return;
    sending = true;
    changed = false;
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        headers: { accept: 'application/json' },
        body: new URLSearchParams(new FormData(form)),
      });
      if (answer.ok) {
        const told = await answer.json();
        version.value = told.version;
        saved.textContent = told.saved;
      }
    } catch {
      changed = true;
    } finally {
      sending = false;
    }
  };
  form.addEventListener('input', () => {
    changed = true;
    clearTimeout(waiting);
    waiting = setTimeout(send, 1500);
  });
  form.addEventListener('submit', (event) => {
    // The form's own sending carries all that was typed; a saving under way would only make it stale.
    clearTimeout(waiting);
    changed = false;
    if (sending) event.preventDefault();
  });
})();
