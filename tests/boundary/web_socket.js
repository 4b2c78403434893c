// Stands in for the browser's WebSocket: the test is the server.

export class Socket extends EventTarget {
  static opened = [];
  /** What the server says when a socket is opened: nothing, or it refuses. */
  static refuses = false;

  sent = [];
  isClosed = false;

  constructor(url) {
    super();
    this.url = url;
    Socket.opened.push(this);
    queueMicrotask(() => (Socket.refuses ? this.lose() : this.dispatchEvent(new Event("open"))));
  }

  send(text) {
    this.sent.push(text);
  }

  close() {
    this.isClosed = true;
  }

  /** The server says something: frames, a line each, or a text as it stands. */
  say(...frames) {
    const text = frames.map((frame) => (typeof frame === "string" ? frame : JSON.stringify(frame))).join("\n");
    this.onmessage({ data: text });
  }

  /** The server, or the network, ends it. */
  lose() {
    this.isClosed = true;
    this.onclose?.(new Event("close"));
  }
}

/** Puts the stand-in where the browser's is; gives what puts that back. */
export function replaceWebSocket() {
  const original = globalThis.WebSocket;
  Socket.opened = [];
  Socket.refuses = false;
  globalThis.WebSocket = Socket;
  return () => (globalThis.WebSocket = original);
}
