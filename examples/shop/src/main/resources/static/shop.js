// Keeps the order page up to date: the server renders it anew, and what changed is put in place. Without this script the
// page reloads itself.
const status = document.getElementById("status");

async function update() {
  try {
    const response = await fetch(location.href);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const next = page.getElementById("status");
    if (next && next.dataset.state !== status.dataset.state) {
      status.dataset.state = next.dataset.state;
      status.replaceChildren(...next.childNodes);
      document.getElementById("action").replaceChildren(...page.getElementById("action").childNodes);
    }
  } catch {
    // The shop does not respond; the next attempt may.
  }
  schedule();
}

function schedule() {
  if (["OPEN", "PENDING", "IN_REVIEW"].includes(status.dataset.state)) {
    setTimeout(update, 2000);
  }
}

schedule();
