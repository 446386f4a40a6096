import { me } from './viewer';

/** Fills in what is known without asking: the zone of this machine's clock, and the address of who is signed in. */
export function enhanceSubscribing(): void {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const field of document.querySelectorAll<HTMLElement>('[data-guess-zone]')) guess(field, zone);
  const fields = [...document.querySelectorAll<HTMLInputElement>('input[data-own-email]')];
  if (fields.length === 0) return;
  void me().then((person) => {
    for (const field of fields) if (person?.email !== undefined && field.value === '') field.value = person.email;
  });
}

function guess(field: HTMLElement, zone: string): void {
  if (field instanceof HTMLInputElement) field.value = zone;
  if (!(field instanceof HTMLSelectElement)) return;
  // Browsers may call a zone by the name that it had before.
  const option = [...field.options].find(({ value, dataset }) => value === zone || dataset['former'] === zone);
  if (option) field.value = option.value;
}
