/** Keeps the most recently used values, bounded by number and by total length. */
export class LruCache<V extends { length: number }> {
  private readonly entries = new Map<string, V>();
  private held = 0;
  private readonly most: number;
  private readonly longest: number;

  constructor(bounds: { entries: number; characters: number }) {
    this.most = bounds.entries;
    this.longest = bounds.characters;
  }

  get(key: string): V | undefined {
    const value = this.entries.get(key);
    if (value !== undefined) {
      this.entries.delete(key);
      this.entries.set(key, value);
    }
    return value;
  }

  set(key: string, value: V): void {
    this.drop(key);
    this.entries.set(key, value);
    this.held += key.length + value.length;
    for (const oldest of this.entries.keys()) {
      if (this.entries.size <= this.most && this.held <= this.longest) break;
      this.drop(oldest);
    }
  }

  get size(): number {
    return this.entries.size;
  }

  private drop(key: string): void {
    const value = this.entries.get(key);
    if (value === undefined) return;
    this.held -= key.length + value.length;
    this.entries.delete(key);
  }
}
