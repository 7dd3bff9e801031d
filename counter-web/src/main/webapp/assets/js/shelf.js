/** A small durable store of the browser: named shelves of things, each under a key. */

const SHELVES = ["attempts", "device", "remembered"];
let opening = null;

function open() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("wallet-counter", 1);
    request.onupgradeneeded = () => SHELVES.forEach((shelf) => request.result.createObjectStore(shelf));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opening;
}

async function within(shelf, mode, work) {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(shelf, mode, { durability: "strict" });
    const request = work(transaction.objectStore(shelf));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** Keeps a thing; when the promise is fulfilled it is on the disk. */
export const keep = (shelf, key, thing) => within(shelf, "readwrite", (store) => store.put(thing, key));

/** The thing under a key, or undefined. */
export const fetchKept = (shelf, key) => within(shelf, "readonly", (store) => store.get(key));

/** All things of a shelf. */
export const allKept = (shelf) => within(shelf, "readonly", (store) => store.getAll());

/** Forgets the thing under a key. */
export const drop = (shelf, key) => within(shelf, "readwrite", (store) => store.delete(key));

/** Forgets a whole shelf. */
export const clear = (shelf) => within(shelf, "readwrite", (store) => store.clear());
