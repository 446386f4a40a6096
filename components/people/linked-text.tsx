/** Plain text as it was sent, with its addresses made links. */
export const LinkedText = ({ text }: { text: string }) => (
  <pre className="font-sans whitespace-pre-wrap wrap-anywhere">
    {text.split(/(https?:\/\/\S+)/).map((part, at) =>
      // Every second part is what the pattern caught.
      at % 2 === 1 ? (
        <a key={at} href={part} className="underline">
          {part}
        </a>
      ) : (
        part
      ),
    )}
  </pre>
);
