type Numbers = Int8Array | Uint8Array | Uint16Array | Int32Array | Uint32Array | Float32Array;

/** The same numbers in an array that has place for at least this many, and some room to grow once it must. */
export function grown<T extends Numbers>(old: T, length: number): T {
  if (length <= old.length) return old;
  const room = old.length === 0 ? length : Math.ceil(length * 1.125);
  const larger = new (old.constructor as new (length: number) => T)(room);
  larger.set(old);
  return larger;
}
