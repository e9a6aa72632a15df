/** The value below which `share` of the samples lie; 0 without any. */
export function quantile(samples: readonly number[], share: number): number {
  const ascending = [...samples].sort((a, b) => a - b);
  return ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * share))] ?? 0;
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}
