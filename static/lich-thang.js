// Shows the current month of the calendar.
(function () {
  var now = new Date();
  var month = document.getElementById('t' + now.getFullYear() + '-' + (now.getMonth() + 1));
  if (!month) return;
  document.title = 'Lịch tháng ' + (now.getMonth() + 1);
  month.scrollIntoView();
})();
