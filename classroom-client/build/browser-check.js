/* Says in plain words what to do when the browser is too old for the page. ES5, no dependencies. */
function tongkeIsModern(needs) {
  if (!('noModule' in document.createElement('script'))) return false;
  if (typeof Promise !== 'function' || typeof Promise.any !== 'function') return false;
  if (typeof ''.replaceAll !== 'function' || typeof WebSocket !== 'function') return false;
  if (typeof crypto !== 'object' || typeof crypto.getRandomValues !== 'function') return false;
  return needs.indexOf('media') < 0 || typeof RTCPeerConnection === 'function';
}

function tongkeAddLine(root, tag, words) {
  var line = document.createElement(tag);
  line.appendChild(document.createTextNode(words));
  root.appendChild(line);
}

function tongkeCheckBrowser() {
  var script = document.currentScript;
  var needs = script ? script.getAttribute('data-needs') || '' : '';
  if (tongkeIsModern(needs)) return;
  var root = document.getElementById('root');
  root.innerHTML = '';
  root.style.cssText = 'max-width:36em;margin:10% auto;padding:0 24px;font:22px/1.5 sans-serif;color:#14213D';
  tongkeAddLine(root, 'h1', '这个浏览器太旧了');
  tongkeAddLine(root, 'p', '请换用新版的 Chrome、Edge 或 Safari（Chrome 87、Safari 14 以上），再打开这个网页。');
  tongkeAddLine(root, 'p', '用微信打开的，请点右上角“…”，选“在浏览器打开”。');
  tongkeAddLine(root, 'h1', 'This browser is too old');
  tongkeAddLine(root, 'p', 'Please open this page in a newer Chrome, Edge or Safari (Chrome 87, Safari 14 or later).');
  window.tongkeTooOld = true;
}

tongkeCheckBrowser();
