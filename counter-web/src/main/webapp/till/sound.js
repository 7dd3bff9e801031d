/** Short tones, so that the outcome is heard as well as seen. Off until the cashier turns them on. */

const KEPT = "till.sound";
const TUNES = {
  paid: [[880, 0, 0.12], [1319, 0.12, 0.2]],
  refused: [[220, 0, 0.25], [165, 0.25, 0.35]],
  unknown: [[440, 0, 0.15], [440, 0.25, 0.15]],
  scan: [[1760, 0, 0.05]],
  no: [[196, 0, 0.15]],
};
let context = null;

export const isOn = () => localStorage.getItem(KEPT) === "on";

export function turn(on) {
  localStorage.setItem(KEPT, on ? "on" : "off");
  if (on) play("scan");
}

export function play(name) {
  if (!isOn() || !("AudioContext" in window)) return;
  context ??= new AudioContext();
  for (const [pitch, after, length] of TUNES[name]) {
    const oscillator = context.createOscillator();
    const volume = context.createGain();
    const start = context.currentTime + after;
    oscillator.frequency.value = pitch;
    volume.gain.setValueAtTime(0.15, start);
    volume.gain.exponentialRampToValueAtTime(0.001, start + length);
    oscillator.connect(volume).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(start + length);
  }
}
