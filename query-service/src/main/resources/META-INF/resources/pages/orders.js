// The page works without this: it only loads itself again when an order changes and nobody is writing.
if (location.pathname.startsWith('/orders')) {
  const stream = new EventSource('/api/v1/live?kinds=order');
  const again = () => {
    if (!document.querySelector('details[open]')) {
      location.reload();
    }
  };
  for (const kind of ['opened', 'changed', 'closed']) {
    stream.addEventListener('order.' + kind, again);
  }
}
