// Preview only: reload when the files change. Never part of a published site.
(function () {
  var seen = null;
  var stream = new EventSource('/_thonlanh/changes');
  stream.onmessage = function (e) {
    if (seen !== null && e.data !== seen) location.reload();
    seen = e.data;
  };
})();
