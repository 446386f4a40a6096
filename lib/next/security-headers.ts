type Policy = {
  /** Sources besides 'self' that may run scripts: hashes or a nonce. */
  scripts?: readonly string[];
  /** The development server's reloading needs eval, inline styles and a web socket. */
  development?: boolean;
};

/**
 * The content security policy of every page. Style attributes are allowed because KaTeX places its parts with them;
 * style elements and scripts only from our own files, or by the hash or nonce that the caller vouches for.
 */
export function contentSecurityPolicy({ scripts = [], development = false }: Policy = {}): string {
  const directives: [string, ...string[]][] = [
    ['default-src', "'none'"],
    ['script-src', "'self'", ...scripts, ...(development ? ["'unsafe-eval'"] : [])],
    ['style-src', "'self'", ...(development ? ["'unsafe-inline'"] : [])],
    ...(development ? [] : [['style-src-attr', "'unsafe-inline'"] as [string, string]]),
    ['img-src', "'self'", 'data:'],
    ['font-src', "'self'"],
    ['connect-src', "'self'", ...(development ? ['ws:', 'wss:'] : [])],
    ['manifest-src', "'self'"],
    ['form-action', "'self'"],
    ['frame-ancestors', "'none'"],
    ['base-uri', "'none'"],
    ['object-src', "'none'"],
  ];
  return directives.map((directive) => directive.join(' ')).join('; ');
}

const YEAR_S = 31_536_000;

/** The headers that every response carries besides its policy; `https` when the public address is. */
export const securityHeaders = ({ https }: { https: boolean }): [string, string][] => [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()'],
  ...(https ? [['Strict-Transport-Security', `max-age=${YEAR_S}`] as [string, string]] : []),
];
