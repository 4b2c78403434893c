// Tells the page around this one how the payment goes, as Xsolla's Pay Station does.
if (parent !== window) {
  const shop = location.ancestorOrigins?.[0] ?? (document.referrer && new URL(document.referrer).origin);
  const say = (command, data = {}) => parent.postMessage(JSON.stringify({ data, command }), shop?.startsWith("http") ? shop : "*");
  const { status, invoice } = document.querySelector("main").dataset;
  say("load");
  if (status) say("status", { paymentInfo: { status, invoice } });
  const close = document.querySelector(".close");
  close.hidden = false;
  close.onclick = () => say("close");
}
