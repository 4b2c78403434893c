// A server that pages of other origins may ask anything, and that writes down what came.
import { createServer } from "node:http";

/** `answer(request)` gives `{ status, headers, body }`. */
export async function recorder(answer) {
  const requests = [];
  const server = createServer((request, response) => {
    const cors = {
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "GET, POST, PUT, DELETE",
      "access-control-allow-headers": "authorization, content-type, x-unauthorized-id, x-user",
    };
    if (request.method === "OPTIONS") {
      response.writeHead(204, cors).end();
      return;
    }
    requests.push({ method: request.method, url: request.url, authorization: request.headers.authorization ?? null });
    const { status, headers, body = "" } = answer(request);
    response.writeHead(status, { ...cors, ...headers }).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    requests,
    origin: `http://127.0.0.1:${server.address().port}`,
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
