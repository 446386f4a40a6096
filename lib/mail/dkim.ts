import Dkim from 'nodemailer/lib/dkim';

type Key = { domain: string; selector: string; privateKey: string };

/** RFC 8058 wants both headers of the one-click way out to be signed. */
const SIGNED =
  'From:Reply-To:Subject:Date:Message-ID:To:MIME-Version:Content-Type:List-Id:List-Unsubscribe:List-Unsubscribe-Post';

/** Signs finished messages (RFC 6376). */
export function dkimSigner({ domain, selector, privateKey }: Key): (message: Buffer) => Promise<Buffer> {
  const dkim = new Dkim({ domainName: domain, keySelector: selector, privateKey, headerFieldNames: SIGNED });
  return async (message) => {
    const chunks: Buffer[] = [];
    for await (const chunk of dkim.sign(message)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  };
}
