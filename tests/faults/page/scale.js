// Time runs faster in this page, by `?scale=`, from the moment `?now=` on: who waits waits shorter, while sockets stay as they are.
{
  const query = new URLSearchParams(location.search);
  const scale = Number(query.get("scale") ?? 1);
  const { setTimeout, setInterval } = window;
  const real = performance.now.bind(performance);
  const start = query.has("now") ? Date.parse(query.get("now")) : Date.now();
  window.setTimeout = (run, milliseconds = 0, ...given) => setTimeout(run, milliseconds / scale, ...given);
  window.setInterval = (run, milliseconds = 0, ...given) => setInterval(run, milliseconds / scale, ...given);
  performance.now = () => real() * scale;
  Date.now = () => start + Math.round(real() * scale);
}
