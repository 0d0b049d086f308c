// Says what is wrong with a field while one types. The page is whole without it: then saving says the same.
(() => {
  const form = document.querySelector('form[data-faults]');
  if (!form) return;
  const { faults, prefix } = form.dataset;
  const typed = new Set();
  let timer;
  let last = 0;
  // Where a fault is said. It is there before there is one: else a screen reader does not tell it.
  const place = (field) => {
    const found = document.getElementById(`${field.name}-told`);
    if (found) return found;
    const made = document.createElement('div');
    made.id = `${field.name}-told`;
    made.setAttribute('aria-live', 'polite');
    field.before(made);
    const said = document.getElementById(`${field.name}-fault`);
    if (said) made.append(said);
    return made;
  };
  const tell = (field, words) => {
    const at = place(field);
    const id = `${field.name}-fault`;
    const said = document.getElementById(id);
    if (said?.dataset.words === words) return;
    const described = (field.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one && one !== id);
    field.closest('.govuk-form-group').classList.toggle('govuk-form-group--error', Boolean(words));
    field.classList.toggle('govuk-input--error', Boolean(words));
    at.replaceChildren();
    if (words) {
      const line = document.createElement('p');
      line.className = 'govuk-error-message';
      line.id = id;
      line.dataset.words = words;
      const first = document.createElement('span');
      first.className = 'govuk-visually-hidden';
      first.textContent = prefix;
      line.append(first, ` ${words}`);
      at.append(line);
      field.setAttribute('aria-invalid', 'true');
      described.push(id);
    } else {
      field.removeAttribute('aria-invalid');
    }
    field.setAttribute('aria-describedby', described.join(' '));
  };
  const ask = async () => {
    last += 1;
    const own = last;
    try {
      const answer = await fetch(faults, {
        method: 'POST',
        body: new URLSearchParams([...new FormData(form)]),
        redirect: 'manual',
        signal: AbortSignal.timeout(10_000),
      });
      const told = await answer.json();
      // What was typed meanwhile is asked about anew.
      if (answer.ok && own === last) typed.forEach((field) => tell(field, told[field.name]));
    } catch {
      // Without an answer nothing is said; saving says it.
    }
  };
  form.querySelectorAll('input.govuk-input').forEach((field) => {
    place(field);
    if (field.getAttribute('aria-invalid')) typed.add(field);
  });
  form.addEventListener('input', ({ target }) => {
    // Only beside what is typed: a choice cannot be wrong by itself.
    if (target.matches('input.govuk-input')) typed.add(target);
    clearTimeout(timer);
    timer = setTimeout(ask, 400);
  });
  form.addEventListener('submit', () => clearTimeout(timer));
})();
