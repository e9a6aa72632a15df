import { type WebSocket, WebSocketServer } from "ws";

/**
 * The least that a relay can do: every message of a room goes to everyone else in it, at once. Nothing is checked,
 * nothing kept. Prints its port.
 */
const rooms = new Map<string, Set<WebSocket>>();
const server = new WebSocketServer({ host: "127.0.0.1", port: 0, perMessageDeflate: false });

server.on("connection", (socket, request) => {
  const name = request.url ?? "/";
  const room = rooms.get(name) ?? new Set();
  rooms.set(name, room);
  room.add(socket);
  socket.on("message", (data) => {
    for (const other of room) if (other !== socket) other.send(data);
  });
  socket.on("close", () => room.delete(socket));
});

server.on("listening", () => {
  const address = server.address();
  if (typeof address === "object" && address !== null) console.log(`bare loop on ${address.port}`);
});
