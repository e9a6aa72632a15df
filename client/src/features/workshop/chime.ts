import { keep, kept } from "../../ui/kept.ts";

const KEY = "planwand:timer-sound";

/** Whether the end of the time is heard on this device; nobody hears it unasked. */
export function wantsSound(): boolean {
  return kept(KEY) === "on";
}

export function setSound(isOn: boolean): void {
  keep(KEY, isOn ? "on" : null);
  // Browsers let a page sound only after somebody pressed something on it: this is that press.
  if (isOn) chime();
}

/** Two soft tones, made here: no file to fetch. Silent in a browser that does not let the page sound. */
export function chime(): void {
  try {
    const audio = new AudioContext();
    for (const [at, pitch] of [
      [0, 660],
      [0.28, 880],
    ] as const) {
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0.0001, audio.currentTime + at);
      volume.gain.exponentialRampToValueAtTime(0.25, audio.currentTime + at + 0.03);
      volume.gain.exponentialRampToValueAtTime(0.0001, audio.currentTime + at + 0.7);
      tone.connect(volume).connect(audio.destination);
      tone.start(audio.currentTime + at);
      tone.stop(audio.currentTime + at + 0.75);
    }
    setTimeout(() => void audio.close(), 1_500);
  } catch {
    // The end is on screen and read out all the same.
  }
}
