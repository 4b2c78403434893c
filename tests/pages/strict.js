import * as library from "/node_modules/xsolla-liveops/dist/url.js";
window.library = library;
window.started = library.init();
