// A click on § copies the address of the clause; the link itself still works.
// What is folded away is opened for printing.
(function () {
  document.addEventListener('click', function (e) {
    var a = e.target.closest && e.target.closest('.neo');
    if (!a || !navigator.clipboard) return;
    navigator.clipboard.writeText(a.href).then(function () {
      a.textContent = 'Đã chép';
      setTimeout(function () { a.textContent = '§'; }, 2000);
    });
  });
  addEventListener('beforeprint', function () {
    var all = document.querySelectorAll('main details');
    for (var i = 0; i < all.length; i++) all[i].open = true;
  });
})();
