import { createXmlFormat, type SourceEvent, type XmlHead } from '@/src/ingest';
import { createDecoder, EncodingFault, xmlEncoding } from './decode-xml';

/** Parses a whole XML answer that is already in memory. */
export function readXmlAnswer(body: Buffer, place: string): { events: SourceEvent[]; head: XmlHead } {
  const format = createXmlFormat(place);
  try {
    const decoder = createDecoder(xmlEncoding(body));
    const events = [...format.write(decoder.write(body)), ...format.write(decoder.end()), ...format.end()];
    return { events, head: format.head };
  } catch (error) {
    if (!(error instanceof EncodingFault)) throw error;
    return { events: [{ kind: 'reject', reject: { place, reason: error.message } }], head: format.head };
  }
}
