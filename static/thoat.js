// Quick exit: covers the page at once, leaves it out of the history, and keeps
// moving among such pages out of it too. Without this file the link works.
(function () {
  var links = document.querySelectorAll('.thoat');
  var said = document.getElementById('cau-thoat');
  var presses = [];
  function leave(e) {
    if (e) e.preventDefault();
    document.body.hidden = true;
    document.title = 'Thời tiết';
    location.replace(navigator.onLine === false ? links[0].getAttribute('data-href') : links[0].href);
  }
  if (!links.length) return;
  for (var i = 0; i < links.length; i++) links[i].addEventListener('click', leave);
  if (said) said.textContent = said.getAttribute('data-thay') + said.getAttribute('data-phim');
  document.addEventListener('keydown', function (e) {
    if (e.key !== 'Shift') presses = [];
    else if (!e.repeat) {
      presses.push(Date.now());
      presses = presses.slice(-3);
      if (presses.length > 2 && presses[2] - presses[0] < 5000) leave();
    }
  });
  document.addEventListener('click', function (e) {
    var a = e.target.closest && e.target.closest('a');
    if (!a || e.defaultPrevented || e.button || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return;
    if (a.hasAttribute('data-kin') || a.getAttribute('href').charAt(0) === '#') {
      e.preventDefault();
      location.replace(a.href);
    }
  });
})();
