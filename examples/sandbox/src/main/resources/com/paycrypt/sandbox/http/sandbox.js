// The pages work without this file; it adds a ticking countdown, copy buttons, and a reload when the state changes.
(() => {
  const main = document.querySelector('main[data-session]');

  const copy = async (button) => {
    const label = button.innerHTML;
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = 'Copied';
    setTimeout(() => { button.innerHTML = label; }, 1500);
  };

  if (navigator.clipboard) {
    document.querySelectorAll('button[data-copy]').forEach((button) => {
      button.hidden = false;
      button.addEventListener('click', () => copy(button));
    });
  }

  if (!main || !['open', 'underpaid', 'pending'].includes(main.dataset.state)) {
    return;
  }

  // Counted from the server's remaining seconds: the customer's own clock may be wrong.
  const clock = document.getElementById('countdown');
  let left = Number(main.dataset.secondsLeft);
  let seen = performance.now();

  const show = () => {
    const now = Math.max(0, Math.round(left - (performance.now() - seen) / 1000));
    const minutes = String(Math.floor(now / 60)).padStart(2, '0');
    clock.textContent = minutes + ':' + String(now % 60).padStart(2, '0');
    clock.classList.toggle('short', now < 120);
  };

  const ask = async () => {
    const answer = await fetch('/checkout/' + main.dataset.session + '/state', { cache: 'no-store' });
    const now = await answer.json();
    left = now.seconds_left;
    seen = performance.now();
    if (now.state !== main.dataset.state) {
      location.replace('/checkout/' + main.dataset.session);
    }
  };

  if (clock) {
    show();
    setInterval(show, 1000);
  }
  setInterval(() => { ask().catch(() => {}); }, 2000);
})();
