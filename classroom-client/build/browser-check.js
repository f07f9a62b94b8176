/* Says in plain words what to do when the browser is too old for the page. ES5, no dependencies. */
(() => {
  var script = document.currentScript;
  var needs = script ? script.getAttribute('data-needs') || '' : '';
  var modern =
    'noModule' in document.createElement('script') &&
    typeof Promise === 'function' &&
    typeof Promise.any === 'function' &&
    typeof ''.replaceAll === 'function' &&
    typeof WebSocket === 'function' &&
    typeof crypto === 'object' &&
    typeof crypto.getRandomValues === 'function';
  var media = needs.indexOf('media') < 0 || typeof RTCPeerConnection === 'function';
  if (modern && media) return;

  var root = document.getElementById('root');
  var lines = [
    ['h1', '这个浏览器太旧了'],
    ['p', '请换用新版的 Chrome、Edge 或 Safari（Chrome 87、Safari 14 以上），再打开这个网页。'],
    ['p', '用微信打开的，请点右上角“…”，选“在浏览器打开”。'],
    ['h1', 'This browser is too old'],
    ['p', 'Please open this page in a newer Chrome, Edge or Safari (Chrome 87, Safari 14 or later).'],
  ];
  root.innerHTML = '';
  root.className = 'too-old';
  root.style.cssText = 'max-width:36em;margin:10% auto;padding:0 24px;font:22px/1.5 sans-serif;color:#14213D';
  lines.forEach((words) => {
    var line = document.createElement(words[0]);
    line.appendChild(document.createTextNode(words[1]));
    root.appendChild(line);
  });
  window.tongkeTooOld = true;
})();
