/** One random change to a message: flipped, cut, doubled, stretched or spliced bytes, or a length that lies. */
export function mutate(message: Uint8Array, random: () => number): Uint8Array {
  const at = Math.floor(random() * (message.byteLength + 1));
  const some = Math.floor(random() * 12) + 1;
  const noise = Uint8Array.from({ length: some }, () => Math.floor(random() * 256));
  switch (Math.floor(random() * 7)) {
    case 0: {
      const flipped = Uint8Array.from(message);
      for (const byte of noise) flipped[Math.floor(random() * flipped.byteLength)] = byte;
      return flipped;
    }
    case 1:
      return message.slice(0, at);
    case 2:
      return joined(message.slice(0, at), noise, message.slice(at));
    case 3:
      return joined(message.slice(0, at), message.slice(at + some));
    case 4:
      return joined(message, message);
    case 5:
      return joined(
        message.slice(0, at),
        Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 15),
        message.slice(at),
      );
    default:
      return joined(message.slice(0, 2), noise);
  }
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}
