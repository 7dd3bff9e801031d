/** Scanning with the device's camera, where the browser can read codes by itself. */

import { h, icon, show } from "/assets/js/dom.js";
import { t } from "/assets/js/i18n.js";
import { openDialog } from "./dialogs.js";

const WANTED = ["qr_code", "code_128", "ean_13", "ean_8", "upc_a", "upc_e", "code_39"];

/** A button that opens the camera; hidden where that is not possible. */
export async function cameraButton(onScan) {
  const open = () => openCamera(onScan);
  const button = h("button.camera", { type: "button", hidden: true, title: t("camera"), ariaLabel: t("camera"), onclick: open }, icon("camera"));
  if ("BarcodeDetector" in window && navigator.mediaDevices?.getUserMedia) {
    const formats = await BarcodeDetector.getSupportedFormats().catch(() => []);
    button.hidden = !formats.includes("qr_code");
  }
  return button;
}

function openCamera(onScan) {
  const state = { stream: null, over: false };
  const video = h("video", { muted: true, playsInline: true, autoplay: true });
  openDialog(t("camera"), (body, footer, close) => {
    show(body, video, h("p.faint", null, t("camera.hint")));
    const found = (text) => (close(), onScan(text));
    start(video, state, found).catch(() => show(body, h("p.fault", { role: "alert" }, t("camera.denied"))));
  });
  video.closest("dialog").addEventListener("close", () => {
    state.over = true;
    stop(state);
  });
}

function stop({ stream }) {
  stream?.getTracks().forEach((track) => track.stop());
}

async function start(video, state, found) {
  state.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  if (state.over) return stop(state); // closed before it was allowed
  video.srcObject = state.stream;
  await video.play();
  const supported = await BarcodeDetector.getSupportedFormats();
  const detector = new BarcodeDetector({ formats: WANTED.filter((each) => supported.includes(each)) });
  while (!state.over) {
    const codes = await detector.detect(video).catch(() => []);
    if (codes.length && !state.over) return found(codes[0].rawValue);
    await new Promise((resolve) => setTimeout(resolve, 120));
  }
}
