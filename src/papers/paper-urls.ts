import type { PaperId } from './paper';

/** arXiv's addresses of a paper: the latest version, or the given one. */
export function paperUrls(id: PaperId, version?: number): { abs: string; pdf: string; html: string } {
  const name = version === undefined ? id : `${id}v${version}`;
  return {
    abs: `https://arxiv.org/abs/${name}`,
    pdf: `https://arxiv.org/pdf/${name}`,
    html: `https://arxiv.org/html/${name}`,
  };
}
