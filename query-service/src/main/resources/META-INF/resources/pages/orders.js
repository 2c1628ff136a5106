// The page works without this: it only takes in what has changed, while nobody is writing.
const EACH = 5_000; // milliseconds between two looks, however much happens
const WITHOUT_STREAM = 60_000;
let wanted = false;
let looked = 0;

const isWriting = () => Boolean(document.querySelector('details[open]'))
  || [...document.querySelectorAll('main input[name=reason]')].some((field) => field.value);

async function look() {
  if (!wanted || isWriting() || Date.now() - looked < EACH) {
    return;
  }
  wanted = false;
  looked = Date.now();
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (answer.redirected) {
      location.assign(answer.url); // the session is over
    } else if (answer.ok) {
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
      const shown = document.querySelector('main');
      if (fresh && !isWriting() && fresh.innerHTML !== shown.innerHTML) {
        shown.replaceWith(fresh);
      }
    } else {
      wanted = true;
    }
  } catch {
    wanted = true; // no network: at the next look
  }
}

function listen() {
  const stream = new EventSource('/api/v1/live?kinds=order');
  const want = () => {
    wanted = true;
  };
  // at the beginning and after each gap, too: something may have happened since the page was made
  for (const kind of ['open', 'reset', 'order.opened', 'order.changed', 'order.closed']) {
    stream.addEventListener(kind, want);
  }
  stream.addEventListener('error', () => {
    // browsers come back by themselves but after a refusal, such as too many streams
    if (stream.readyState === EventSource.CLOSED) {
      want();
      setTimeout(listen, WITHOUT_STREAM * (1 + Math.random()));
    }
  });
}

if (location.pathname.startsWith('/orders')) {
  listen();
  setInterval(look, 1_000);
}
