import { readSuggestions, type Suggested } from './suggestions';

const SHORTEST = 2;
const PAUSE_MS = 120;
const KINDS: Record<string, string> = { author: 'Author', category: 'Category', title: '' };

/** Puts the cursor into the box to search in, or goes to the page that has one. */
export function goToSearch(): void {
  const boxes = [...document.querySelectorAll<HTMLInputElement>('[data-search-form] input')];
  const visible = boxes.find((box) => box.offsetParent !== null);
  visible?.focus();
  visible?.select();
  if (!visible) location.assign('/search#search');
}

/** Suggestions while somebody types, as a combobox of WAI-ARIA 1.2: the focus stays in the box, the arrows choose. */
export function enhanceSearchBoxes(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('[data-search-form]')) {
    const box = form.querySelector('input');
    if (box) new SearchBox(form, box);
  }
  // Whoever came by the key wants to type.
  if (location.hash === '#search') document.getElementById('search')?.focus();
}

class SearchBox {
  readonly #box: HTMLInputElement;
  readonly #list: HTMLUListElement;
  #chosen = -1;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = '';

  constructor(form: HTMLFormElement, box: HTMLInputElement) {
    this.#box = box;
    this.#list = document.createElement('ul');
    this.#list.className = 'suggestions';
    this.#list.id = `${box.id}-suggestions`;
    this.#list.setAttribute('role', 'listbox');
    this.#list.setAttribute('aria-label', 'Suggestions');
    this.#list.hidden = true;
    form.append(this.#list);
    for (const [name, value] of [
      ['role', 'combobox'],
      ['aria-autocomplete', 'list'],
      ['aria-expanded', 'false'],
      ['aria-controls', this.#list.id],
    ] as const)
      box.setAttribute(name, value);
    box.addEventListener('input', () => this.#typed());
    box.addEventListener('keydown', (event) => this.#key(event));
    box.addEventListener('blur', () => this.#close());
    // The box keeps the focus while the mouse is pressed on the list, so that the click comes through.
    this.#list.addEventListener('mousedown', (event) => event.preventDefault());
  }

  get #options(): HTMLElement[] {
    return [...this.#list.children] as HTMLElement[];
  }

  #typed(): void {
    clearTimeout(this.#timer);
    const text = this.#box.value.trim();
    this.#asked = text;
    // What is behind a filter or in a phrase is no beginning of a title or a name.
    if (text.length < SHORTEST || /[:"]/.test(text)) {
      this.#close();
      return;
    }
    this.#timer = setTimeout(() => {
      void readSuggestions(text).then((found) => {
        if (this.#asked === text && document.activeElement === this.#box) this.#show(found);
      });
    }, PAUSE_MS);
  }

  #show(found: readonly Suggested[]): void {
    this.#choose(-1);
    this.#list.replaceChildren(...found.map((one, at) => option(one, `${this.#list.id}-${at}`)));
    this.#list.hidden = found.length === 0;
    this.#box.setAttribute('aria-expanded', String(found.length > 0));
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#asked = '';
    this.#show([]);
  }

  #choose(at: number): void {
    this.#options[this.#chosen]?.setAttribute('aria-selected', 'false');
    this.#chosen = at;
    const option = this.#options[at];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) this.#box.setAttribute('aria-activedescendant', option.id);
    else this.#box.removeAttribute('aria-activedescendant');
  }

  #key(event: KeyboardEvent): void {
    if (this.#list.hidden || event.isComposing) return;
    const last = this.#options.length - 1;
    const next: Record<string, number> = {
      ArrowDown: this.#chosen === last ? -1 : this.#chosen + 1,
      ArrowUp: this.#chosen === -1 ? last : this.#chosen - 1,
    };
    const to = next[event.key];
    if (to !== undefined) this.#choose(to);
    else if (event.key === 'Escape') this.#close();
    else if (event.key === 'Enter' && this.#chosen >= 0) this.#options[this.#chosen]?.click();
    else return;
    event.preventDefault();
  }
}

function option({ kind, text, href }: Suggested, id: string): HTMLLIElement {
  const made = document.createElement('li');
  made.id = id;
  made.setAttribute('role', 'option');
  made.setAttribute('aria-selected', 'false');
  const name = document.createElement('span');
  name.textContent = text;
  made.append(name);
  if (KINDS[kind]) {
    const label = document.createElement('span');
    label.className = 'kind';
    label.textContent = KINDS[kind];
    made.append(' ', label);
  }
  made.addEventListener('click', () => location.assign(href));
  return made;
}
