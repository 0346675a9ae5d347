// Lets the phone keep the number page for when there is no network.
(function () {
  if (!navigator.serviceWorker || location.protocol !== 'https:') return;
  navigator.serviceWorker.register(new URL('sw.js', document.currentScript.src)).catch(function () {});
})();
