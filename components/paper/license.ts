/** A licence's name from its address; the address where it is not one that arXiv offers. */
export function licenseName(url: string): string {
  const commons = /creativecommons\.org\/(?:licenses\/([a-z-]+)|publicdomain\/(zero|mark))\/([\d.]+)/.exec(url);
  if (commons?.[1] !== undefined) return `CC ${commons[1].toUpperCase()} ${commons[3]}`;
  if (commons !== null) return commons[2] === 'zero' ? 'CC0 1.0' : 'Public domain';
  if (url.includes('arxiv.org/licenses/nonexclusive-distrib')) return 'arXiv’s licence to distribute';
  return url;
}
