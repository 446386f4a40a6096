/** Holds a token just made until the page after the form has shown it. */
export const NEW_TOKEN_COOKIE = 'broadsheet.new_token';
