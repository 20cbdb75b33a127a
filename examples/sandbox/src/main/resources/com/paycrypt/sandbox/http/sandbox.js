// The pages work without this file; it adds ticking clocks, copy buttons, and changes that show by themselves.
(() => {
  const main = document.querySelector('main[data-version]');
  const live = document.getElementById('live');
  const offline = document.getElementById('offline');
  const QUIET_SECONDS = [300, 60, 0];

  const announce = (text) => { live.textContent = text; };

  // Copy buttons: found by the event, since the page around them is replaced.
  const label = new WeakMap();
  const copy = async (button) => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    if (!label.has(button)) {
      label.set(button, button.innerHTML);
    }
    button.textContent = 'Copied';
    announce('Copied');
    setTimeout(() => { button.innerHTML = label.get(button); }, 1500);
  };
  document.addEventListener('click', (event) => {
    const button = event.target.closest('button[data-copy]');
    if (button) {
      copy(button).catch(() => announce('Could not be copied'));
    }
  });
  const showCopyButtons = () => {
    document.querySelectorAll('button[data-copy]').forEach((button) => { button.hidden = !navigator.clipboard; });
  };
  showCopyButtons();

  if (!main) {
    return;
  }

  // Clocks are counted from the server's remaining seconds: the customer's own clock may be wrong.
  let seen = performance.now();
  let connected = true;
  let lastShown = null;
  const tick = () => {
    document.querySelectorAll('[data-seconds]').forEach((clock) => {
      const left = Math.max(0, Math.round(Number(clock.dataset.seconds) - (performance.now() - seen) / 1000));
      if (!connected) {
        return;
      }
      clock.textContent = String(Math.floor(left / 60)).padStart(2, '0') + ':' + String(left % 60).padStart(2, '0');
      clock.classList.toggle('short', left < 120);
      if (clock.id === 'countdown') {
        const passed = QUIET_SECONDS.find((mark) => lastShown !== null && lastShown > mark && left <= mark);
        if (passed !== undefined) {
          announce(passed === 0 ? 'Time is up' : passed / 60 + (passed === 60 ? ' minute left' : ' minutes left'));
        }
        lastShown = left;
      }
    });
  };

  // What changed is put in place; focus, opened details and half-made choices stay.
  const replace = (fresh) => {
    const focused = document.activeElement && document.activeElement.id;
    const open = [...document.querySelectorAll('details[open]')].map((element) => element.id);
    const typed = [...document.querySelectorAll('input, textarea, select')].filter((field) => field.id)
      .map((field) => [field.id, field.value, field.checked]);
    const newMain = fresh.querySelector('main[data-version]');
    document.querySelectorAll('[data-live]').forEach((region) => {
      const next = fresh.querySelector('[data-live="' + region.dataset.live + '"]');
      if (next && next.innerHTML !== region.innerHTML) {
        region.innerHTML = next.innerHTML;
      }
    });
    [...newMain.attributes].forEach((attribute) => main.setAttribute(attribute.name, attribute.value));
    document.title = fresh.title;
    open.forEach((id) => { const element = document.getElementById(id); if (element) { element.open = true; } });
    typed.forEach(([id, value, checked]) => {
      const field = document.getElementById(id);
      if (field && field.type !== 'hidden') {
        field.value = value;
        field.checked = checked;
      }
    });
    showCopyButtons();
    const target = focused && (document.getElementById(focused) || document.getElementById('headline'));
    if (target && target !== document.activeElement) {
      target.focus({ preventScroll: true });
    }
  };

  const get = async (url) => {
    const response = await fetch(url, { cache: 'no-store', signal: AbortSignal.timeout(5000) });
    if (!response.ok) {
      throw new Error(String(response.status));
    }
    return response;
  };

  const refresh = async () => {
    const headline = main.dataset.headline;
    const html = await (await get(location.href)).text();
    replace(new DOMParser().parseFromString(html, 'text/html'));
    seen = performance.now();
    lastShown = null;
    tick();
    if (main.dataset.headline && main.dataset.headline !== headline) {
      announce(main.dataset.headline + '. ' + document.getElementById('lead').textContent);
    }
  };

  const setClock = (id, seconds) => {
    const clock = document.getElementById(id);
    if (clock) {
      clock.dataset.seconds = seconds;
    }
  };

  const askCheckout = async () => {
    const now = await (await get('/checkout/' + main.dataset.session + '/state')).json();
    setClock('countdown', now.seconds_left);
    setClock('price', now.price_seconds_left);
    seen = performance.now();
    return now.version;
  };
  const askConsole = async () => (await (await get('/version')).json()).version;

  const ask = async () => {
    try {
      const version = await (main.dataset.session ? askCheckout() : askConsole());
      if (version !== main.dataset.version) {
        await refresh();
      }
      connected = true;
    } catch (lost) {
      connected = false;
    }
    offline.hidden = connected;
    document.body.classList.toggle('disconnected', !connected);
  };

  tick();
  setInterval(tick, 1000);
  const again = () => setTimeout(() => ask().finally(again), document.hidden ? 5000 : 1500);
  again();
})();
