// Keeps a few pages for when there is no network. The build puts a line
// before this text: FILES, what to keep; OFFLINE, the page for all others;
// VERSION, which changes with what is kept. Pages are asked for anew whenever
// there is a network; help pages are never kept, so that a phone in another's
// hand does not show them.
var PREFIX = 'thonlanh ' + new URL(self.registration.scope).pathname + ' ';
var NAME = PREFIX + VERSION;

self.addEventListener('install', function (e) {
  e.waitUntil(caches.open(NAME).then(function (c) {
    return c.addAll(FILES.map(function (f) { return new Request(f, { cache: 'reload' }); }));
  }).then(function () { return self.skipWaiting(); }));
});

self.addEventListener('activate', function (e) {
  e.waitUntil(caches.keys().then(function (names) {
    return Promise.all(names.filter(function (n) { return n.indexOf(PREFIX) === 0 && n !== NAME; }).map(function (n) { return caches.delete(n); }));
  }).then(function () { return self.clients.claim(); }));
});

self.addEventListener('fetch', function (e) {
  var asked = e.request;
  if (asked.method !== 'GET' || new URL(asked.url).origin !== location.origin) return;
  var kept = caches.open(NAME).then(function (c) { return c.match(asked, { ignoreSearch: true }); });
  if (asked.mode !== 'navigate') {
    e.respondWith(kept.then(function (r) { return r || fetch(asked); }));
    return;
  }
  e.respondWith(fetch(asked).catch(function () {
    return kept.then(function (r) { return r || Response.redirect(new URL(OFFLINE, location.href)); });
  }));
});
