// How the overlay looks: a sheet of its own, which a strict Content-Security-Policy allows, since no markup holds it.

const self = ".xsolla-liveops-checkout";

export const style = `
html:has(${self}[open]) { overflow: hidden !important; }
${self} {
  color-scheme: inherit;
  position: fixed; inset: 0; width: 100%; height: 100%; max-width: none; max-height: none;
  box-sizing: border-box; margin: 0; padding: 0; border: 0; outline: 0; overflow: hidden;
  background: none; color: CanvasText; font: 16px/1.5 system-ui, sans-serif;
}
${self}:not([open]) { display: none; }
${self}::backdrop { background: rgb(0 0 0 / 60%); }
${self} > div {
  display: grid; grid-template: auto 1fr / 100%;
  box-sizing: border-box; width: 100%; height: 100%; margin: auto; overflow: hidden; background: Canvas;
}
${self} > div > div {
  display: flex; align-items: center; justify-content: space-between;
  box-sizing: content-box; height: 48px; margin: 0; padding: env(safe-area-inset-top) 0 0 16px; border-bottom: 1px solid rgb(128 128 128 / 30%);
}
${self} strong { font: inherit; font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
${self} button {
  flex: none; width: 48px; height: 48px; margin: 0; padding: 0; border: 0; border-radius: 0;
  background: none; color: inherit; font: 28px/1 system-ui, sans-serif; cursor: pointer;
}
${self} button:hover { background: rgb(128 128 128 / 20%); }
${self} button:focus-visible, ${self} a:focus-visible { outline: 2px solid; outline-offset: -4px; }
${self} iframe { grid-area: 2 / 1; display: block; width: 100%; height: 100%; border: 0; opacity: 0; }
${self}[data-state="loaded"] iframe { opacity: 1; }
${self} output {
  grid-area: 2 / 1; place-self: center; display: grid; justify-items: center; gap: 16px;
  margin: 0; padding: 24px; text-align: center;
}
${self} a {
  display: inline-flex; align-items: center; min-height: 44px; padding: 0 20px; border-radius: 8px;
  background: CanvasText; color: Canvas; font-weight: 600; text-decoration: none; z-index: 1;
}
${self}[data-state="loaded"] output { visibility: hidden; }
${self}[data-state="failed"] iframe { visibility: hidden; }
${self}[data-state="loading"] output::before {
  content: ""; width: 32px; height: 32px; border: 3px solid rgb(128 128 128 / 30%); border-top-color: currentcolor; border-radius: 50%;
  animation: xsolla-liveops-turn 1s linear infinite;
}
@keyframes xsolla-liveops-turn { to { transform: rotate(1turn); } }
@media (prefers-reduced-motion: reduce) { ${self}[data-state="loading"] output::before { animation: none; } }
@media (min-width: 640px) and (min-height: 480px) {
  ${self}[open] { display: grid; place-items: center; }
  ${self} > div { width: min(100% - 32px, 760px); height: min(100% - 32px, 880px); border-radius: 12px; }
}
`;
