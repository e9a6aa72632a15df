/** A write of the server's, and who waits to hear whether it came to the disk. */
interface Write {
  readonly seq: number;
  readonly settle: (isOnDisk: boolean) => void;
}

/** The writes of the server of which it is not known yet whether they came to the disk. */
export class ServerWrites {
  #waiting: Write[] = [];

  /** Resolves to whether the update with this number came to the disk, once that is known. */
  outcomeOf(seq: number): Promise<boolean> {
    return new Promise((settle) => void this.#waiting.push({ seq, settle }));
  }

  /** Answers those who wait for a write; null leaves one waiting. */
  settle(isOnDisk: (seq: number) => boolean | null): void {
    this.#waiting = this.#waiting.filter((write) => {
      const known = isOnDisk(write.seq);
      if (known !== null) write.settle(known);
      return known === null;
    });
  }
}
