import type { TokenEntry } from '@/src/accounts';
import { Moment } from './moment';

type Props = { tokens: readonly TokenEntry[]; now: Date };

/** A person's API tokens, each with the button that makes it worthless. */
export const TokenList = ({ tokens, now }: Props) => (
  <ul className="entries">
    {tokens.map((token) => (
      <li key={token.id}>
        <div className="min-w-0">
          <p className="font-medium">
            {token.name}{' '}
            <span className="font-normal text-quiet">
              · {token.scopes.includes('write') ? 'reads and writes' : 'reads only'}
            </span>
          </p>
          <p className="hint">
            <code>{token.prefix}…</code> made <Moment at={token.createdAt} now={now} />
            {token.lastUsedAt ? (
              <>
                , last used <Moment at={token.lastUsedAt} now={now} />
              </>
            ) : (
              ', never used'
            )}
          </p>
        </div>
        <form method="post" action="/settings/revoke-token">
          <input type="hidden" name="token" value={token.id} />
          <button type="submit" className="sheet-button" aria-label={`Revoke ${token.name}`}>
            Revoke
          </button>
        </form>
      </li>
    ))}
  </ul>
);
