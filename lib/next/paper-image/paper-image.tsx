import { ImageResponse } from 'next/og';
import { drawable, shortened } from './drawable';
import { imageFonts } from './fonts';

type Props = { siteName: string; title: string; authors: string; footer: string };

const SIZE = { width: 1200, height: 630 };

/** A paper's card for link previews, as a PNG. */
export async function paperImage(props: Props): Promise<ImageResponse> {
  return new ImageResponse(<PaperImage {...props} />, {
    ...SIZE,
    fonts: await imageFonts(),
    headers: { 'cache-control': 'public, max-age=86400' },
  });
}

const titleSize = (length: number): number => (length <= 60 ? 76 : length <= 100 ? 64 : 54);

function PaperImage({ siteName, title, authors, footer }: Props) {
  const text = shortened(drawable(title), 170);
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        width: '100%',
        height: '100%',
        padding: '56px 72px',
        background: '#fdfcf9',
        color: '#191816',
        fontFamily: 'Sans',
      }}
    >
      <div
        style={{
          display: 'flex',
          borderBottom: '2px solid #191816',
          paddingBottom: 18,
          fontFamily: 'Serif',
          fontSize: 38,
        }}
      >
        {drawable(siteName)}
      </div>
      <div style={{ display: 'flex', flexDirection: 'column' }}>
        <div
          style={{ fontFamily: 'Serif', fontSize: titleSize(text.length), lineHeight: 1.14, letterSpacing: '-0.015em' }}
        >
          {text}
        </div>
        <div style={{ marginTop: 28, fontSize: 30, color: '#605c55' }}>{shortened(drawable(authors), 110)}</div>
      </div>
      <div style={{ display: 'flex', fontSize: 26, color: '#a3211b' }}>{drawable(footer)}</div>
    </div>
  );
}
