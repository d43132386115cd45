// Leaves a page at once: nothing of it stays on the screen, and in the history the neutral page takes its place. Without this script
// the same button is an ordinary link.
(() => {
  const exit = document.querySelector('[data-exit]');
  if (!exit) {
    return;
  }

  const leave = () => {
    document.title = 'Loading';
    document.body.replaceChildren();
    window.location.replace(exit.href);
  };

  exit.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });

  let presses = 0;
  let forgotten;
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Shift') {
      presses = 0;
      return;
    }

    if (event.repeat) {
      return;
    }

    presses += 1;
    window.clearTimeout(forgotten);
    forgotten = window.setTimeout(() => { presses = 0; }, 5000);
    if (presses === 3) {
      leave();
    }
  });

  // A browser may bring a page back from its memory as it was left; then it is read again from the server.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) {
      window.location.reload();
    }
  });

  document.querySelector('[data-exit-hint]').hidden = false;
})();
