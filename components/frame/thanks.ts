/** The acknowledgement arXiv asks of projects that use its API: info.arxiv.org/help/api/tou.html */
export const ARXIV_THANKS = 'Thank you to arXiv for use of its open access interoperability.';
