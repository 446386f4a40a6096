/** How long a mailed sign-in link can be used. */
export const LINK_MINUTES = 15;
