const READABLE_MS = 8_000;

let place: HTMLElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Makes the place for sentences. A screen reader only reads out what changes in a live region that was there before. */
export function prepareToSay(): void {
  if (place) return;
  place = document.createElement('p');
  place.className = 'say no-print';
  place.setAttribute('role', 'status');
  document.body.append(place);
}

/** Shows and reads out a sentence for a while. */
export function say(sentence: string): void {
  prepareToSay();
  if (!place) return;
  place.textContent = sentence;
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (place) place.textContent = '';
  }, READABLE_MS);
}
