/** For pages whose address is a secret: it goes to no other site, and to no search engine. */
export const PrivatePage = () => <meta name="referrer" content="same-origin" />;
