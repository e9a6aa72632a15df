/** One step of a hash of integers, after MurmurHash3; 32 bits. */
export function mix(hash: number, value: number): number {
  const low = Math.imul(value ^ Math.trunc(value / 0x1_0000_0000), 0xcc9e_2d51);
  return (Math.imul(hash ^ low ^ (low >>> 15), 0x1b87_3593) + 0xe654_6b64) | 0;
}
